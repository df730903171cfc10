import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { mayMarkAsLeft } from '../domain/may-mark-as-left.js';
import { findSeat } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

/** Only this ends presence; a lost connection does not. */
@Handles('seat.leave')
export class LeaveSeatHandler implements CommandHandler<'seat.leave'> {
  async locate(work: Work, payload: Payload<'seat.leave'>, context: Context) {
    return (await findSeat(work, payload.seatId ?? context.seatId)) && {};
  }

  async execute(work: Work, payload: Payload<'seat.leave'>, context: Context) {
    const [seat, by] = [await findSeat(work, payload.seatId ?? context.seatId), await findSeat(work, context.seatId)];
    if (!seat || !by || !mayMarkAsLeft(by, seat.id)) return refuse('request.not-found');
    if (seat.presentSince === null) return;
    work.put(SeatRow, { ...seat, presentSince: null });
    work.emit('seat.left', { seatId: seat.id, groupId: seat.groupId }, { actor: by.id });
  }
}
