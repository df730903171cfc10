import type { BallotChoice, DecisionRule, PaperCounts, RankingRule, VoteOption, VotePurpose } from '@tegerek/contracts';
import { countDecision, rankingReport, type DecisionChoice } from '@tegerek/tally';

/** A ballot as it was cast. */
export interface CastBallot {
  choice: BallotChoice;
  group: string;
  number: number;
}

/** A row of the published list: a block without its reason, which stands beside the list. */
export interface ListedBallot {
  choice: string | string[];
  group: string;
  number: number;
}

/** Ballots of a group that were not cast by phone. */
export interface CountedPile {
  groupId: string;
  counts: PaperCounts;
}

export interface CountableVote {
  purpose: VotePurpose;
  rule: DecisionRule | RankingRule;
  options: readonly VoteOption[];
  electorateByGroup: Readonly<Record<string, number>>;
}

export interface Count {
  result: Record<string, unknown>;
  castByGroup: Record<string, number>;
}

type Block = Extract<BallotChoice, { choice: 'block' }>;
const isBlock = (choice: BallotChoice): choice is Block => typeof choice === 'object' && !Array.isArray(choice);

export const listed = ({ choice, group, number }: CastBallot): ListedBallot => ({ choice: isBlock(choice) ? choice.choice : choice, group, number });

/** Why ballots blocked, by number; an erased reason is none. */
export const blockReasons = (ballots: readonly CastBallot[]): { number: number; groupId: string; reason: string }[] =>
  ballots.flatMap(({ choice, group, number }) => (isBlock(choice) && choice.reason !== '' ? [{ number, groupId: group, reason: choice.reason }] : []));

export const sizeOf = (counts: PaperCounts): number => Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);

/** Counts a vote by its frozen rule. Throws `TallyInputError` for a ballot that the press lane should have refused. */
export function countVote(vote: CountableVote, ballots: readonly ListedBallot[], paper: readonly CountedPile[] = []): Count {
  const castByGroup = Object.fromEntries(Object.keys(vote.electorateByGroup).map((group) => [group, 0]));
  for (const { group } of ballots) castByGroup[group] = (castByGroup[group] ?? 0) + 1;
  for (const { groupId, counts } of paper) castByGroup[groupId] = (castByGroup[groupId] ?? 0) + sizeOf(counts);
  return { castByGroup, result: vote.purpose !== 'ranking' ? decision(vote, ballots, paper) : ranking(vote, ballots) };
}

function decision(vote: CountableVote, ballots: readonly ListedBallot[], paper: readonly CountedPile[]): Record<string, unknown> {
  const piles = paper.flatMap(({ groupId, counts }) => Object.entries(counts).map(([choice, count]) => ({ group: groupId, choice: choice as DecisionChoice, count: count ?? 0 })));
  const counted = countDecision({
    rule: vote.rule as DecisionRule, electorate: vote.electorateByGroup,
    ballots: [...ballots.map(({ group, choice }) => ({ group, choice: choice as DecisionChoice })), ...piles],
  });
  return { ...counted };
}

function ranking(vote: CountableVote, ballots: readonly ListedBallot[]): Record<string, unknown> {
  const { unranked, strength, shortlist } = vote.rule as RankingRule;
  return {
    ...rankingReport({
      options: vote.options.map(({ id }) => id), groups: Object.keys(vote.electorateByGroup).sort(), unranked, strength,
      ballots: ballots.map(({ group, choice }) => ({ group, ranking: (choice as string[]).map((option) => [option]) })),
    }, shortlist),
  };
}

const OFFERED: Record<DecisionRule['ballot'], readonly string[]> = { 'yes-no-abstain': ['yes', 'no', 'abstain'], 'consent-scale': ['support', 'can-live-with', 'reservations', 'block'] };

/** What a ballot on paper of this rule can say; `invalid`: it could not be read. */
export const paperChoices = (rule: DecisionRule): readonly string[] => [...OFFERED[rule.ballot], 'invalid'];

/** Whether a choice is one that this vote offers (the press lane asks before it stores). */
export function choiceFits(vote: Pick<CountableVote, 'purpose' | 'rule' | 'options'>, choice: BallotChoice): boolean {
  if (vote.purpose !== 'ranking') {
    if (isBlock(choice)) return (vote.rule as DecisionRule).ballot === 'consent-scale';
    // a block comes with its reason or not at all
    return typeof choice === 'string' && (choice as string) !== 'block' && OFFERED[(vote.rule as DecisionRule).ballot].includes(choice);
  }
  if (!Array.isArray(choice) || new Set(choice).size !== choice.length) return false;
  const top = (vote.rule as RankingRule).top ?? vote.options.length;
  return choice.length <= top && choice.every((id) => vote.options.some((option) => option.id === id));
}
