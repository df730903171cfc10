import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { electorsByNumber, markOnPaper, onPaperByGroup } from '../../ballots/index.js';
import { withEveryGroup } from '../domain/open-vote.js';
import { sizeOf } from '../domain/count-vote.js';
import { pilesOf } from '../store/votes.store.js';
import { openBox, whereBox } from './paper-box.js';

/** Seats that take a paper (or vote by hand): from now on not by phone. Whoever has voted by phone cannot; nobody votes twice. */
@Handles('paper.mark')
export class MarkPaperHandler implements CommandHandler<'paper.mark'> {
  locate(work: Work, { object }: Payload<'paper.mark'>): Promise<Located | undefined> {
    return whereBox(work, object);
  }

  async execute(work: Work, { object, numbers, onPaper }: Payload<'paper.mark'>): Promise<Refuse | void> {
    const box = await openBox(work, object);
    if (!('panelId' in box)) return box;
    const electors = await electorsByNumber(work, object, numbers);
    const unknown = numbers.filter((number) => !electors.some((each) => each.number === number));
    if (unknown.length > 0) return refuse('paper.seat-unknown', { path: 'numbers', details: { numbers: unknown } });
    const voted = electors.filter((each) => each.hasPressed).map(({ number }) => number);
    if (onPaper && voted.length > 0) return refuse('paper.voted-already', { path: 'numbers', details: { numbers: voted } });
    const changed = electors.filter((each) => each.onPaper !== onPaper);
    const refusal = onPaper ? undefined : await tooFew(work, object, changed);
    if (refusal) return refusal;
    await markOnPaper(work, object, changed.map(({ seatId }) => seatId), onPaper);
    work.emit('paper.marked', { object, onPaper: withEveryGroup(Object.keys(box.electorateByGroup), await onPaperByGroup(work, object)) });
    work.emit('paper.seats-marked', { object, panelId: box.panelId, seats: changed.map(({ seatId, number }) => ({ seatId, number })), onPaper }, { panelId: box.panelId });
  }
}

/** Seats cannot be given back to their phones while their papers are in a pile. */
async function tooFew(work: Work, object: string, changed: readonly { groupId: string }[]): Promise<Refuse | undefined> {
  const marked = await onPaperByGroup(work, object);
  const piles = await pilesOf(work, object);
  for (const groupId of new Set(changed.map((each) => each.groupId))) {
    const left = (marked[groupId] ?? 0) - changed.filter((each) => each.groupId === groupId).length;
    const ballots = piles.filter((pile) => pile.groupId === groupId).reduce((sum, { counts }) => sum + sizeOf(counts), 0);
    if (ballots > left) return refuse('paper.too-many', { path: 'numbers', details: { ballots, room: left } });
  }
  return undefined;
}
