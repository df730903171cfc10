import type { Me, VoteHead } from '@tegerek/contracts/wire';

/** Turnout while a vote is open: presses, and the ballots of confirmed piles. Never a choice. */
export function withPaper({ piles }: Pick<VoteHead, 'piles'>, pressed: Readonly<Record<string, number>>): Record<string, number> {
  const cast = { ...pressed };
  for (const { groupId, ballots, confirmedBy } of piles) if (confirmedBy !== null) cast[groupId] = (cast[groupId] ?? 0) + ballots;
  return cast;
}

/** Where the ballots of a vote lie: in its own box, or in that of its agenda. */
export const boxOf = ({ agendaId, voteId }: Pick<VoteHead, 'agendaId' | 'voteId'>): string => agendaId ?? voteId;

/**
 * Whether a seat belongs to the electorate of a vote: a group, and present (or added) before the vote opened.
 * The frozen list on the server decides; this is the same predicate for screens.
 */
export function mayVote(me: Pick<Me, 'groupId' | 'presentSince' | 'addedAt'>, vote: Pick<VoteHead, 'electorate' | 'openedSeq'>): boolean {
  if (me.groupId === null) return false;
  const since = vote.electorate === 'present' ? me.presentSince : me.addedAt;
  return since !== undefined && since <= vote.openedSeq;
}
