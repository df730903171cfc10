import type { BallotChoice, DecisionRule, RankingRule, VoteOption } from '@tegerek/contracts';
import { countDecision, countRanking, type DecisionChoice } from '@tegerek/tally';

/** A row of the published list. */
export interface ListedBallot {
  choice: BallotChoice;
  group: string;
  number: number;
}

export interface CountableVote {
  purpose: 'decision' | 'ranking';
  rule: DecisionRule | RankingRule;
  options: readonly VoteOption[];
  electorateByGroup: Readonly<Record<string, number>>;
}

export interface Count {
  result: Record<string, unknown>;
  castByGroup: Record<string, number>;
}

/** Counts a vote by its frozen rule. Throws `TallyInputError` for a ballot that the press lane should have refused. */
export function countVote(vote: CountableVote, ballots: readonly ListedBallot[]): Count {
  const castByGroup = Object.fromEntries(Object.keys(vote.electorateByGroup).map((group) => [group, 0]));
  for (const { group } of ballots) castByGroup[group] = (castByGroup[group] ?? 0) + 1;
  return { castByGroup, result: vote.purpose === 'decision' ? decision(vote, ballots) : ranking(vote, ballots) };
}

function decision(vote: CountableVote, ballots: readonly ListedBallot[]): Record<string, unknown> {
  const counted = countDecision({
    rule: vote.rule as DecisionRule, electorate: vote.electorateByGroup,
    ballots: ballots.map(({ group, choice }) => ({ group, choice: choice as DecisionChoice })),
  });
  return { ...counted };
}

/** The ranking's result with integers only (Borda points are multiples of one half) and without the groups' long tables. */
function ranking(vote: CountableVote, ballots: readonly ListedBallot[]): Record<string, unknown> {
  const rule = vote.rule as RankingRule;
  const counted = countRanking({
    options: vote.options.map(({ id }) => id), groups: Object.keys(vote.electorateByGroup).sort(), unranked: rule.unranked, strength: rule.strength,
    ballots: ballots.map(({ group, choice }) => ({ group, ranking: (choice as string[]).map((option) => [option]) })),
  });
  // the bridge score has fractions, orders nothing, and follows from the list at any time: it is no part of the frozen result
  const { borda, groups, bridge: _bridge, ...overall } = counted;
  const byGroup = Object.entries(groups).map(([group, figures]) => {
    const { ballots: cast, blank, winners, isTied, ranking: order } = figures;
    return [group, { ballots: cast, blank, winners, isTied, ranking: order }];
  });
  const doubledScores = Object.fromEntries(Object.entries(borda.scores).map(([option, score]) => [option, score * 2]));
  return { ...overall, borda: { doubledScores, ranking: borda.ranking, conventions: borda.conventions }, groups: Object.fromEntries(byGroup) };
}

/** Whether a choice is one that this vote offers (the press lane asks before it stores). */
export function choiceFits(vote: Pick<CountableVote, 'purpose' | 'rule' | 'options'>, choice: BallotChoice): boolean {
  if (vote.purpose === 'decision') {
    const offered = (vote.rule as DecisionRule).ballot === 'yes-no-abstain' ? ['yes', 'no', 'abstain'] : ['support', 'can-live-with', 'reservations', 'block', 'abstain'];
    return typeof choice === 'string' && offered.includes(choice);
  }
  if (!Array.isArray(choice) || new Set(choice).size !== choice.length) return false;
  const top = (vote.rule as RankingRule).top ?? vote.options.length;
  return choice.length <= top && choice.every((id) => vote.options.some((option) => option.id === id));
}
