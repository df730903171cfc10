import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { SeatRow } from '../store/seat.row.js';

/** A new code: the old one and every session that it opened end with it. */
@Handles('seat.reissue')
export class ReissueSeatHandler implements CommandHandler<'seat.reissue'> {
  async locate(work: Work, { seatId }: Payload<'seat.reissue'>) {
    return (await work.get(SeatRow, seatId)) && {};
  }

  async execute(work: Work, { seatId, authKeyHash }: Payload<'seat.reissue'>, context: Context) {
    const seat = await work.get(SeatRow, seatId);
    if (!seat) return refuse('request.not-found');
    if (seat.revoked) return refuse('seat.revoked');
    // the same code again, or another seat's: not a new code
    if ((await work.select(SeatRow, { authKeyHash })).length > 0) return refuse('request.invalid', { path: 'authKeyHash' });
    work.put(SeatRow, { ...seat, authKeyHash });
    work.emit('seat.reissued', { seatId }, { actor: context.seatId });
  }
}
