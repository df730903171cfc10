import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { PileRow } from '../store/pile.row.js';
import { findPile } from '../store/votes.store.js';
import { numberOf, openBox, whereBox } from './paper-box.js';

/** A pile that was entered wrongly, before the close; it is counted and entered anew. */
@Handles('paper.withdraw')
export class WithdrawPaperHandler implements CommandHandler<'paper.withdraw'> {
  async locate(work: Work, { entryId }: Payload<'paper.withdraw'>): Promise<Located | undefined> {
    const pile = await findPile(work, entryId);
    return pile && (await whereBox(work, pile.object));
  }

  async execute(work: Work, { entryId, reason }: Payload<'paper.withdraw'>, context: Context): Promise<Refuse | void> {
    const pile = await findPile(work, entryId);
    if (!pile) return refuse('request.not-found');
    const box = await openBox(work, pile.object);
    if (!('panelId' in box)) return box;
    if (pile.state === 'withdrawn') return refuse('paper.state', { details: { state: pile.state } });
    work.put(PileRow, { ...pile, state: 'withdrawn' });
    work.emit('paper.withdrawn', { entryId, object: pile.object, by: await numberOf(work, context), reason });
  }
}
