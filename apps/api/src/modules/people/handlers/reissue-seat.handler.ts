import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { FormerCodeRow, formerCodeId } from '../store/former-code.row.js';
import { SeatRow } from '../store/seat.row.js';

type Asked = Payload<'seat.reissue'>;

/** New codes, for one seat or many: the old ones and every session that they opened end with it. All or none. */
@Handles('seat.reissue')
export class ReissueSeatHandler implements CommandHandler<'seat.reissue'> {
  async locate(work: Work, { codes }: Asked) {
    return (await work.load(SeatRow, codes.map(({ seatId }) => seatId))).size === new Set(codes.map(({ seatId }) => seatId)).size ? {} : undefined;
  }

  async execute(work: Work, { codes }: Asked, context: Context) {
    const seats = await work.load(SeatRow, codes.map(({ seatId }) => seatId));
    const former = await work.load(FormerCodeRow, codes.map(({ authKeyHash }) => formerCodeId(work.space, authKeyHash)));
    const present = new Set((await work.query<{ hash: string }>('SELECT auth_key_hash AS hash FROM people.seat WHERE space = $1 AND auth_key_hash = ANY($2)', [work.space, codes.map(({ authKeyHash }) => authKeyHash)])).map(({ hash }) => hash));
    const taken = new Set<string>();
    for (const [i, { seatId, authKeyHash }] of codes.entries()) {
      const seat = seats.get(seatId);
      if (!seat) return refuse('request.not-found');
      if (seat.revoked) return refuse('seat.revoked', { path: `codes.${i}.seatId` });
      // the same code again, one that was replaced, or another seat's: not a new code
      if (present.has(authKeyHash) || taken.has(authKeyHash) || former.has(formerCodeId(work.space, authKeyHash))) return refuse('request.invalid', { path: `codes.${i}.authKeyHash` });
      if (taken.has(seatId)) return refuse('request.invalid', { path: `codes.${i}.seatId`, details: { reason: 'twice' } });
      taken.add(authKeyHash).add(seatId);
    }
    for (const { seatId, authKeyHash } of codes) {
      const seat = seats.get(seatId);
      if (!seat) continue;
      if (seat.authKeyHash !== null) work.put(FormerCodeRow, { id: formerCodeId(work.space, seat.authKeyHash), space: work.space, seatId });
      work.put(SeatRow, { ...seat, authKeyHash });
      work.emit('seat.reissued', { seatId }, { actor: context.seatId });
    }
  }
}
