import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { HandRow, PlaceRow } from '../store/speaker.row.js';
import { placeId, raiseHand } from '../store/speakers.store.js';

/** Who runs the hall raises the hand of somebody without a phone. Only a seat in a group: what its time counts for. */
@Handles('hand.enter')
export class EnterHandHandler implements CommandHandler<'hand.enter'> {
  *rows({ handId, panelId, seatId }: Payload<'hand.enter'>, { space }: { space: string }): Iterable<RowKey> {
    yield [HandRow, handId];
    yield [PlaceRow, placeId({ space }, panelId, seatId)];
  }

  locate(_work: Work, { panelId }: Payload<'hand.enter'>) {
    return { panelId };
  }

  async execute(work: Work, { handId, panelId, seatId, kind }: Payload<'hand.enter'>) {
    const seat = await findSeat(work, seatId);
    if (!seat) return refuse('request.not-found', { path: 'seatId' });
    if (seat.groupId === null) return refuse('hand.no-group', { path: 'seatId' });
    const refused = await raiseHand(work, seat, { handId, panelId, kind });
    if (refused) return refused;
    work.emit('hand.raised', { handId, panelId, seatId, groupId: seat.groupId, kind });
  }
}
