import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

/** The person is here. Joining again changes nothing: the electorate goes by the first time. */
@Handles('seat.join')
export class JoinSeatHandler implements CommandHandler<'seat.join'> {
  locate() {
    return {};
  }

  async execute(work: Work, _payload: Payload<'seat.join'>, context: Context) {
    const seat = await findSeat(work, context.seatId);
    if (!seat) return refuse('request.not-found');
    if (seat.presentSince !== null) return;
    work.put(SeatRow, { ...seat, presentSince: context.seq });
    work.emit('seat.joined', { seatId: seat.id, groupId: seat.groupId, how: 'code' }, { actor: seat.id });
  }
}
