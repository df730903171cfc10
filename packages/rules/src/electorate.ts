import type { Me, VoteHead } from '@tegerek/contracts/wire';

/**
 * Whether a seat belongs to the electorate of a vote: a group, and present (or added) before the vote opened.
 * The frozen list on the server decides; this is the same predicate for screens.
 */
export function mayVote(me: Pick<Me, 'groupId' | 'presentSince' | 'addedAt'>, vote: Pick<VoteHead, 'electorate' | 'openedSeq'>): boolean {
  if (me.groupId === null) return false;
  const since = vote.electorate === 'present' ? me.presentSince : me.addedAt;
  return since !== undefined && since <= vote.openedSeq;
}
