import type { DecisionRule, RankingRule, VoteHead } from '@tegerek/contracts';
import { frozenHash } from '@tegerek/replica';
import { countDecision, rankingReport, type DecisionChoice } from '@tegerek/tally';

export interface ListedBallot {
  choice: string | string[];
  group: string;
  number: number;
}

/** The result of a closed vote from its published list and its papers, by its frozen rule, in the form that the log states it (docs/verification.md). */
export function recount(vote: VoteHead, ballots: readonly ListedBallot[]): Record<string, unknown> {
  const result = vote.purpose !== 'ranking' ? decision(vote, ballots) : ranking(vote, ballots);
  return { ...result, frozenHash: frozenHash(vote) };
}

const decision = (vote: VoteHead, ballots: readonly ListedBallot[]): object =>
  countDecision({
    rule: vote.rule as DecisionRule, electorate: vote.electorateByGroup,
    ballots: [
      ...ballots.map(({ group, choice }) => ({ group, choice: choice as DecisionChoice })),
      ...vote.paper.flatMap(({ groupId, counts }) => Object.entries(counts).map(([choice, count]) => ({ group: groupId, choice: choice as DecisionChoice, count }))),
    ],
  });

/** Ballots of a ranking as the tally reads them: one option a place. */
export const asRankings = (ballots: readonly ListedBallot[]): { group: string; ranking: string[][] }[] =>
  ballots.map(({ group, choice }) => ({ group, ranking: (choice as string[]).map((option) => [option]) }));

function ranking(vote: VoteHead, ballots: readonly ListedBallot[]): object {
  const { unranked, strength, shortlist } = vote.rule as RankingRule;
  return rankingReport({ options: vote.options.map(({ id }) => id), groups: Object.keys(vote.electorateByGroup).sort(), unranked, strength, ballots: asRankings(ballots) }, shortlist);
}

/** Why a row is no ballot of this vote; `null`: it is one. */
export function faultOf(vote: VoteHead, row: unknown): string | null {
  const { choice, group, number } = (row ?? {}) as Partial<ListedBallot>;
  if (typeof row !== 'object' || row === null || Object.keys(row).sort().join(',') !== 'choice,group,number') return 'has other members than choice, group, number';
  if (!Number.isSafeInteger(number) || Number(number) < 1) return 'has no number';
  if (typeof group !== 'string' || !Object.hasOwn(vote.electorateByGroup, group)) return `names a group that has no electorate: ${String(group)}`;
  return isChoice(vote, choice) ? null : `has a choice that this vote does not offer: ${JSON.stringify(choice)}`;
}

function isChoice(vote: VoteHead, choice: unknown): boolean {
  if (vote.purpose !== 'ranking') {
    const offered = (vote.rule as DecisionRule).ballot === 'yes-no-abstain' ? ['yes', 'no', 'abstain'] : ['support', 'can-live-with', 'reservations', 'block'];
    return typeof choice === 'string' && offered.includes(choice);
  }
  if (!Array.isArray(choice) || new Set(choice).size !== choice.length) return false;
  const top = (vote.rule as RankingRule).top ?? vote.options.length;
  return choice.length <= top && choice.every((id) => vote.options.some((option) => option.id === id));
}
