import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Actor } from '../../../platform/commands/actor.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { HandRow, PlaceRow } from '../store/speaker.row.js';
import { placeId, raiseHand } from '../store/speakers.store.js';

@Handles('hand.raise')
export class RaiseHandHandler implements CommandHandler<'hand.raise'> {
  *rows({ handId, panelId }: Payload<'hand.raise'>, { space, actor }: { space: string; actor: Actor }): Iterable<RowKey> {
    yield [HandRow, handId];
    if (actor.kind === 'seat') yield [PlaceRow, placeId({ space }, panelId, actor.seatId)];
  }

  locate(_work: Work, { panelId }: Payload<'hand.raise'>) {
    return { panelId };
  }

  async execute(work: Work, { handId, panelId, kind }: Payload<'hand.raise'>, context: Context) {
    const seat = await findSeat(work, context.seatId);
    if (!seat) return refuse('request.not-found');
    const refused = await raiseHand(work, seat, { handId, panelId, kind });
    if (refused) return refused;
    work.emit('hand.raised', { handId, panelId, seatId: seat.id, groupId: seat.groupId, kind }, { actor: seat.id });
  }
}
