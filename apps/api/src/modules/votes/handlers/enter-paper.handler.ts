import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { onPaperByGroup } from '../../ballots/index.js';
import { sizeOf } from '../domain/count-vote.js';
import { mayEnter, wholeCounts } from '../domain/paper.js';
import { sealPile } from '../seal-result.js';
import { PileRow } from '../store/pile.row.js';
import { pilesOf } from '../store/votes.store.js';
import { numberOf, openBox, whereBox } from './paper-box.js';

/** A counted pile of one group. Its figures stay here until the close; the log carries how many, and a commitment. */
@Handles('paper.enter')
export class EnterPaperHandler implements CommandHandler<'paper.enter'> {
  locate(work: Work, { object }: Payload<'paper.enter'>): Promise<Located | undefined> {
    return whereBox(work, object);
  }

  async execute(work: Work, { entryId, object, groupId, how, counts: given }: Payload<'paper.enter'>, context: Context): Promise<Refuse | void> {
    if (await work.taken(PileRow, entryId)) return refuse('request.id-reused', { path: 'entryId' });
    const box = await openBox(work, object);
    if (!('panelId' in box)) return box;
    if (!Object.hasOwn(box.electorateByGroup, groupId)) return refuse('request.not-found', { path: 'groupId' });
    const counts = wholeCounts(box.rule, given);
    const others = (await pilesOf(work, object)).filter((pile) => pile.groupId === groupId).reduce((sum, pile) => sum + pile.ballots, 0);
    const refusal = mayEnter(counts, ((await onPaperByGroup(work, object))[groupId] ?? 0) - others);
    if (refusal || counts === null) return refuse(refusal?.code ?? 'ballot.invalid', refusal ?? {});
    const [ballots, by, salt] = [sizeOf(counts), await numberOf(work, context), `${context.newId()}${context.newId()}`.replaceAll('-', '')];
    work.put(PileRow, { id: entryId, space: context.space, object, groupId, how, counts, ballots, salt, state: 'entered', enteredBy: context.seatId, enteredNumber: by, confirmedBy: null, confirmedNumber: null });
    work.emit('paper.entered', { entryId, object, groupId, how, ballots, countsHash: sealPile({ entryId, counts, salt }), by });
  }
}
