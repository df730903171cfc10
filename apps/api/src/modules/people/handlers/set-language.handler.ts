import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

@Handles('seat.set-language')
export class SetLanguageHandler implements CommandHandler<'seat.set-language'> {
  locate() {
    return {};
  }

  async execute(work: Work, { language }: Payload<'seat.set-language'>, context: Context) {
    const seat = await findSeat(work, context.seatId);
    if (!seat) return refuse('request.not-found');
    if (seat.language === language) return;
    work.put(SeatRow, { ...seat, language });
    work.emit('seat.language-set', { seatId: seat.id, language }, { actor: seat.id });
  }
}
