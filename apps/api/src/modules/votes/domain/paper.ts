import type { DecisionRule, PaperCounts, PaperPile, Refusal } from '@tegerek/contracts';
import { paperChoices, sizeOf } from './count-vote.js';

/** A pile as the store holds it. */
export interface Pile {
  id: string;
  groupId: string;
  how: 'paper' | 'hands';
  counts: PaperCounts;
  ballots: number;
  salt: string;
  state: 'entered' | 'confirmed' | 'withdrawn';
  enteredBy: string;
  enteredNumber: number;
  confirmedNumber: number | null;
}

/** Every choice of the rule with its figure, so that the same pile has one form. `null`: a choice that the rule does not offer. */
export function wholeCounts(rule: DecisionRule, counts: PaperCounts): PaperCounts | null {
  const choices = paperChoices(rule);
  if (Object.entries(counts).some(([choice, n]) => n !== undefined && n > 0 && !choices.includes(choice))) return null;
  return Object.fromEntries(choices.map((choice) => [choice, counts[choice as keyof PaperCounts] ?? 0]));
}

/** Why a pile cannot be entered. `room`: seats of the group marked as on paper, less what its other piles hold. */
export function mayEnter(counts: PaperCounts | null, room: number): Refusal | null {
  if (counts === null) return { code: 'ballot.invalid', path: 'counts' };
  const ballots = sizeOf(counts);
  if (ballots === 0) return { code: 'paper.empty', path: 'counts' };
  return ballots > room ? { code: 'paper.too-many', path: 'counts', details: { ballots, room } } : null;
}

/** Why a second person's figures do not confirm a pile. Whoever entered it is never the second person. */
export function mayConfirm(pile: Pile, bySeat: string, counts: PaperCounts | null): Refusal | null {
  if (pile.state !== 'entered') return { code: 'paper.state', details: { state: pile.state } };
  if (pile.enteredBy === bySeat) return { code: 'paper.same-person' };
  const isSame = counts !== null && Object.keys(pile.counts).every((choice) => pile.counts[choice as keyof PaperCounts] === counts[choice as keyof PaperCounts]);
  return isSame ? null : { code: 'paper.differs', path: 'counts' };
}

/** A confirmed pile as the close states it; one that nobody confirmed counts nothing. */
export function pileOf({ id: entryId, groupId, how, counts, enteredNumber: enteredBy, confirmedNumber: confirmedBy, salt, state }: Pile): PaperPile[] {
  return state === 'confirmed' && confirmedBy !== null ? [{ entryId, groupId, how, counts, enteredBy, confirmedBy, salt }] : [];
}
