import { Inject } from '@nestjs/common';
import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { keepsOrganizer } from '../domain/keeps-organizer.js';
import { SeatRow } from '../store/seat.row.js';
import { SEAT_ENDINGS, type SeatEnding } from './seat-endings.js';

/** The code's hash stays, so that who holds the badge is told that it was revoked; it opens nothing. */
@Handles('seat.revoke')
export class RevokeSeatHandler implements CommandHandler<'seat.revoke'> {
  constructor(@Inject(SEAT_ENDINGS) private readonly endings: readonly SeatEnding[]) {}

  async locate(work: Work, { seatId }: Payload<'seat.revoke'>) {
    return (await work.get(SeatRow, seatId)) && {};
  }

  async execute(work: Work, { seatId, reason }: Payload<'seat.revoke'>, context: Context) {
    const seat = await work.get(SeatRow, seatId);
    if (!seat) return refuse('request.not-found');
    if (seat.revoked) return refuse('seat.revoked');
    if (seat.roles.includes('organizer') && !keepsOrganizer(await work.select(SeatRow, {}), seatId, [])) return refuse('seat.last-organizer', { path: 'seatId' });
    work.put(SeatRow, { ...seat, revoked: true, revokedReason: reason, presentSince: null });
    work.emit('seat.revoked', { seatId, groupId: seat.groupId, wasPresent: seat.presentSince !== null }, { actor: context.seatId });
    for (const ending of this.endings) await ending.end(work, seatId, { now: context.now, by: context.seatId });
  }
}
