import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { changedConsents } from '../domain/changed-consents.js';
import { findSeat } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

@Handles('consent.set')
export class SetConsentHandler implements CommandHandler<'consent.set'> {
  locate() {
    return {};
  }

  async execute(work: Work, payload: Payload<'consent.set'>, context: Context) {
    const seat = await findSeat(work, context.seatId);
    if (!seat) return refuse('request.not-found');
    const given = changedConsents(seat.consents, payload.given);
    if (Object.keys(given).length === 0) return;
    work.put(SeatRow, { ...seat, consents: { ...seat.consents, ...given } });
    work.emit('consent.set', { seatId: seat.id, given }, { actor: seat.id });
  }
}
