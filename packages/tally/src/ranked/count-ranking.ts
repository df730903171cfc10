import { bridge, type BridgeResult, type Stands } from '../across/bridge.js';
import type { Algorithm } from '../algorithm.js';
import { borda, type BordaResult } from './borda.js';
import { pairwise, type Unranked } from './pairwise.js';
import { makeProfile, type RankedBallot } from './profile.js';
import { schulzeOf, type SchulzeResult, type Strength } from './schulze.js';

export interface RankingInput {
  readonly options: readonly string[];
  readonly ballots: readonly RankedBallot[];
  /** groups to report apart, also those without a ballot; by default those that occur */
  readonly groups?: readonly string[];
  readonly unranked?: Unranked;
  readonly strength?: Strength;
}

/** Schulze with Borda and the pairwise table beside it, of all ballots or of one group's. */
export interface RankingFigures {
  readonly ballots: number;
  readonly blank: number;
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: SchulzeResult['ranking'];
  readonly pairwise: SchulzeResult['pairwise'];
  readonly strongestPaths: SchulzeResult['strongestPaths'];
  readonly borda: Pick<BordaResult, 'scores' | 'ranking' | 'conventions'>;
  readonly steps: SchulzeResult['steps'];
}

export interface RankingResult extends RankingFigures {
  readonly method: 'ranking';
  readonly algorithm: Algorithm;
  readonly conventions: SchulzeResult['conventions'];
  readonly groups: Readonly<Record<string, RankingFigures>>;
  /**
   * What all groups support, from each group's duels: a voter who ranks the option above another agrees once, one who
   * ranks it below disagrees once. null without groups. For ordering beside the result, never instead of it.
   */
  readonly bridge: Pick<BridgeResult, 'ranking' | 'scores' | 'points' | 'conventions'> | null;
}

export const RANKING: Algorithm = { id: 'ranking-schulze', version: 1 };

function figures(input: RankingInput, ballots: readonly RankedBallot[]): RankingFigures & Pick<RankingResult, 'conventions'> {
  const { unranked = 'last', strength = 'winning' } = input;
  const profile = makeProfile(input.options, ballots);
  const s = schulzeOf(pairwise(profile, unranked), { unranked, strength });
  const { scores, ranking, conventions } = borda(profile);
  return {
    ballots: profile.ballots, blank: profile.blank, winners: s.winners, isTied: s.isTied, ranking: s.ranking, pairwise: s.pairwise,
    strongestPaths: s.strongestPaths, borda: { scores, ranking, conventions }, steps: s.steps, conventions: s.conventions,
  };
}

function bridgeOf(options: readonly string[], groups: readonly (readonly [string, RankingFigures])[]): RankingResult['bridge'] {
  if (groups.length === 0) return null;
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const stands: Stands = Object.fromEntries(options.map((o) => [o, Object.fromEntries(groups.map(([g, f]) => {
    const agree = sum(Object.values(f.pairwise[o]!));
    const disagree = sum(options.filter((x) => x !== o).map((x) => f.pairwise[x]![o]!));
    return [g, { agree, disagree, pass: f.ballots * (options.length - 1) - agree - disagree }];
  }))]));
  const { ranking, scores, points, conventions } = bridge(stands, groups.map(([g]) => g));
  return { ranking, scores, points, conventions };
}

/**
 * Counts the ranking of product.md §5: Schulze (winning votes), shown with Borda and the pairwise table, overall and
 * per group. Unranked options are tied last by default; ties are reported as ties. Throws `TallyInputError`.
 */
export function countRanking(input: RankingInput): RankingResult {
  const named = input.groups ?? [...new Set(input.ballots.flatMap((b) => (b.group === undefined ? [] : [b.group])))];
  const perGroup = named.map((g): [string, RankingFigures] => {
    const { conventions: _, ...rest } = figures(input, input.ballots.filter((b) => b.group === g));
    return [g, rest];
  });
  const overall = figures(input, input.ballots);
  return { method: 'ranking', algorithm: RANKING, ...overall, groups: Object.fromEntries(perGroup), bridge: bridgeOf(input.options, perGroup) };
}
