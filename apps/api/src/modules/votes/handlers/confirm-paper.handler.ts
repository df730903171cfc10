import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { mayConfirm, wholeCounts } from '../domain/paper.js';
import { PileRow } from '../store/pile.row.js';
import { findPile } from '../store/votes.store.js';
import { numberOf, openBox, whereBox } from './paper-box.js';

/** A second person counts the same pile and types the figures anew; only when both agree does it count. */
@Handles('paper.confirm')
export class ConfirmPaperHandler implements CommandHandler<'paper.confirm'> {
  async locate(work: Work, { entryId }: Payload<'paper.confirm'>): Promise<Located | undefined> {
    const pile = await findPile(work, entryId);
    return pile && (await whereBox(work, pile.object));
  }

  async execute(work: Work, { entryId, counts }: Payload<'paper.confirm'>, context: Context): Promise<Refuse | void> {
    const pile = await findPile(work, entryId);
    if (!pile) return refuse('request.not-found');
    const box = await openBox(work, pile.object);
    if (!('panelId' in box)) return box;
    const refusal = mayConfirm(pile, context.seatId, wholeCounts(box.rule, counts));
    if (refusal) return refuse(refusal.code, refusal);
    const by = await numberOf(work, context);
    work.put(PileRow, { ...pile, state: 'confirmed', confirmedBy: context.seatId, confirmedNumber: by });
    work.emit('paper.confirmed', { entryId, object: pile.object, by });
  }
}
