import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { HandRow } from '../store/speaker.row.js';
import { putHand } from '../store/speakers.store.js';

@Handles('hand.lower')
export class LowerHandHandler implements CommandHandler<'hand.lower'> {
  rows({ handId }: Payload<'hand.lower'>): RowKey[] {
    return [[HandRow, handId]];
  }

  async locate(work: Work, { handId }: Payload<'hand.lower'>) {
    const hand = await work.get(HandRow, handId);
    return hand && { panelId: hand.panelId, authorSeat: hand.seatId };
  }

  async execute(work: Work, { handId }: Payload<'hand.lower'>, context: Context) {
    const hand = await work.get(HandRow, handId);
    if (!hand) return refuse('request.not-found');
    if (!hand.isUp) return refuse('hand.gone');
    putHand(work, { ...hand, isUp: false });
    work.emit('hand.lowered', { handId, panelId: hand.panelId }, { actor: context.seatId });
  }
}
