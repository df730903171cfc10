import type { CoreSlice, Me, VoteHead } from '@tegerek/contracts/wire';
import { boxOf, mayVote } from '@tegerek/rules';
import type { StoredPress } from '../../../live/index.js';

export const isOpen = (vote: VoteHead): boolean => vote.state === 'open' || vote.state === 'closing';

/** Votes of a panel and those over the whole dialogue, newest first. */
export const votesOf = (core: CoreSlice, panelId: string | null): VoteHead[] =>
  Object.values(core.votes).filter((vote) => vote.panelId === panelId || vote.panelId === null).sort((a, b) => b.openedSeq - a.openedSeq);

/** Why this seat has no vote in this one; `null`: it has. */
export function whyNot(me: Me, vote: VoteHead): 'observer' | 'not-present' | 'late' | 'paper' | null {
  if (mayVote(me, vote)) return me.onPaper.includes(boxOf(vote)) ? 'paper' : null;
  if (me.groupId === null) return 'observer';
  if (vote.electorate === 'present' && me.presentSince === undefined) return 'not-present';
  return 'late';
}

export interface MyBallot {
  choice: unknown;
  state: StoredPress['state'];
  rev: number;
  hash: string | null;
  number: number | null;
  settledAt: number | null;
  refusal: StoredPress['refusal'];
}

/** Items of an agenda that are voted on together with this one, itself among them; of a single vote: itself. */
export const togetherWith = (core: CoreSlice, vote: VoteHead): VoteHead[] => (vote.agendaId === null ? [vote] : Object.values(core.votes).filter((each) => each.agendaId === vote.agendaId && !each.pulledOut).sort(byItem));

const byItem = (a: VoteHead, b: VoteHead): number => a.number.localeCompare(b.number, 'en', { numeric: true });

/** A choice as the published list has it: a block without its reason. */
export const listedChoice = (choice: unknown): unknown => (typeof choice === 'object' && choice !== null && !Array.isArray(choice) ? (choice as { choice: string }).choice : choice);

/** My row of a vote: what this phone sent, or what another device of mine did. `box`: `boxOf` the vote. */
export function myBallot(me: Me | null, press: StoredPress | undefined, box: string): MyBallot | null {
  const known = me?.presses[box];
  const number = press?.receipt?.number ?? known?.number ?? null;
  if (press !== undefined && (known === undefined || press.rev >= known.rev || press.state !== 'recorded')) {
    return { choice: press.choice, state: press.state, rev: press.rev, hash: press.receipt?.hash ?? null, number, settledAt: press.settledAt, refusal: press.refusal };
  }
  return known === undefined ? null : { choice: known.choice, state: 'recorded', rev: known.rev, hash: known.hash, number, settledAt: null, refusal: null };
}

/** The first signs of a receipt's hash, to be compared by eye: `7F3K-9QWD` style, from hex. */
export const receiptMark = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
