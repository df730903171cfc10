import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import { compare, div, toNumber, toText, whole, ZERO, type Rational } from '../exact/rational.js';
import { makeCounter, type EqualRanks } from '../ranked/irv-tally.js';
import { byOption, rankByScore, type Ranking } from '../ranked/order.js';
import type { Profile } from '../ranked/profile.js';
import { approvalCounts, scoreSums, type ApprovalProfile, type ScoreBallot } from './ballots.js';

export interface SingleResult {
  readonly method: 'plurality' | 'approval' | 'score' | 'dots';
  readonly algorithm: Algorithm;
  readonly conventions: Readonly<Record<string, string | number>>;
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: Ranking;
  /** for display where a score is no whole number; `exactScores` then has the fractions */
  readonly scores: Record<string, number>;
  readonly exactScores?: Record<string, string>;
  readonly voters: number;
  readonly steps: readonly { readonly step: 'scores'; readonly scores: Record<string, number> }[];
}

export const PLURALITY: Algorithm = { id: 'plurality', version: 1 };
export const APPROVAL: Algorithm = { id: 'approval', version: 1 };
export const SCORE: Algorithm = { id: 'score', version: 1 };
export const DOTS: Algorithm = { id: 'dots', version: 1 };

type Head = Pick<SingleResult, 'method' | 'algorithm' | 'conventions' | 'voters'>;

function single(head: Head, options: readonly string[], values: ArrayLike<number>, scale: number): SingleResult {
  const ranking = rankByScore(options, values);
  const scores = byOption(options, Array.from(values, (v) => v / scale));
  return { ...head, winners: ranking[0]!, isTied: ranking[0]!.length > 1, ranking, scores, steps: [{ step: 'scores', scores }] };
}

/** Places of exact values, highest first, as small whole numbers that sort alike. */
function order(values: readonly Rational[]): number[] {
  const sorted = [...values].sort(compare);
  return values.map((v) => sorted.findIndex((s) => compare(s, v) === 0));
}

function exact(head: Head, options: readonly string[], values: readonly Rational[]): SingleResult {
  const ranking = rankByScore(options, order(values));
  const scores = byOption(options, values.map(toNumber));
  return {
    ...head, winners: ranking[0]!, isTied: ranking[0]!.length > 1, ranking, scores,
    ...(values.every((v) => v.den === 1n) ? {} : { exactScores: Object.fromEntries(options.map((o, i) => [o, toText(values[i]!)])) }),
    steps: [{ step: 'scores', scores }],
  };
}

/** Most first preferences. A shared first place is split, lost (`exhaust`) or passed over (`skip`). */
export function plurality(profile: Profile, { equalRanks = 'split' }: { equalRanks?: EqualRanks } = {}): SingleResult {
  const counter = makeCounter(profile, equalRanks);
  const votes = counter.count(new Uint8Array(profile.options.length).fill(1));
  return single({ method: 'plurality', algorithm: PLURALITY, conventions: { equalRanks }, voters: profile.ballots }, profile.options, votes, counter.scale);
}

/** Most approvals; each voter counts once per option. */
export function approval(profile: ApprovalProfile): SingleResult {
  return single({ method: 'approval', algorithm: APPROVAL, conventions: {}, voters: profile.voters }, profile.options, approvalCounts(profile), 1);
}

/**
 * Score voting. `sum`: points given, a missing one is 0. `mean-scored`: mean over those who scored the option;
 * `mean-all`: mean over all voters, a missing one is 0. Exact; an option that nobody scored has 0.
 */
export function score(options: readonly string[], ballots: readonly ScoreBallot[], { aggregate = 'sum' }: { aggregate?: 'sum' | 'mean-scored' | 'mean-all' } = {}): SingleResult {
  const { sums, scored, voters } = scoreSums(options, ballots);
  const values = sums.map((s, o) => {
    const by = aggregate === 'sum' ? 1 : aggregate === 'mean-all' ? voters : scored[o]!;
    return by === 0 ? ZERO : div(s, whole(by));
  });
  return exact({ method: 'score', algorithm: SCORE, conventions: { aggregate, missing: aggregate === 'mean-scored' ? 'left out' : '0' }, voters }, options, values);
}

/** Dot voting: at most `dots` whole dots per voter and `perOption` on one option. Throws `TallyInputError` for a ballot with more. */
export function dots(options: readonly string[], ballots: readonly ScoreBallot[], { dots: most, perOption = most }: { dots: number; perOption?: number }): SingleResult {
  ballots.forEach((b, i) => {
    let used = 0;
    for (const [id, value] of Object.entries(b.scores)) {
      const n = wholeNumber(Number(value), `ballots[${i}].scores.${id}`);
      if (n > perOption) throw new TallyInputError('ballot.too-many-dots', `ballots[${i}].scores.${id}: at most ${perOption} on one candidate`, { path: `ballots[${i}].scores.${id}` });
      used += n;
    }
    if (used > most) throw new TallyInputError('ballot.too-many-dots', `ballots[${i}].scores: ${used} dots, at most ${most}`, { path: `ballots[${i}].scores` });
  });
  const { sums, voters } = scoreSums(options, ballots);
  return exact({ method: 'dots', algorithm: DOTS, conventions: { dots: most, perOption }, voters }, options, sums);
}
