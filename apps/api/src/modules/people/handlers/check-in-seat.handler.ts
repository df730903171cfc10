import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { seatOfNumber } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

/** At the door, by the seat number of the badge. */
@Handles('seat.check-in')
export class CheckInSeatHandler implements CommandHandler<'seat.check-in'> {
  async locate(work: Work, { number }: Payload<'seat.check-in'>) {
    return (await seatOfNumber(work, number)) && {};
  }

  async execute(work: Work, { number }: Payload<'seat.check-in'>, context: Context) {
    const seat = await seatOfNumber(work, number);
    if (!seat) return refuse('request.not-found', { path: 'number' });
    if (seat.revoked) return refuse('seat.revoked', { path: 'number' });
    if (seat.presentSince === null) {
      work.put(SeatRow, { ...seat, presentSince: context.seq });
      work.emit('seat.joined', { seatId: seat.id, groupId: seat.groupId, how: 'door' }, { actor: context.seatId });
    }
    return { seatId: seat.id };
  }
}
