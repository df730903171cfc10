import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { HandRow } from '../store/speaker.row.js';
import { putHand, raisedHand } from '../store/speakers.store.js';

@Handles('hand.raise')
export class RaiseHandHandler implements CommandHandler<'hand.raise'> {
  locate(_work: Work, { panelId }: Payload<'hand.raise'>) {
    return { panelId };
  }

  async execute(work: Work, { handId, panelId, kind }: Payload<'hand.raise'>, context: Context) {
    const seat = await findSeat(work, context.seatId);
    if (!seat) return refuse('request.not-found');
    if (await raisedHand(work, panelId, seat.id)) return refuse('hand.raised-already');
    if (await work.taken(HandRow, handId)) return refuse('request.id-reused', { path: 'handId' });
    putHand(work, { id: handId, space: work.space, panelId, seatId: seat.id, groupId: seat.groupId, kind, isUp: true });
    work.emit('hand.raised', { handId, panelId, seatId: seat.id, groupId: seat.groupId, kind }, { actor: seat.id });
  }
}
