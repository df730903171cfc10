import type { Algorithm } from '../algorithm.js';
import { byOption, rankByScore, type Ranking } from './order.js';
import { pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
import type { Profile } from './profile.js';

export type MinimaxStrength = 'winning' | 'margin' | 'opposition';
export type CopelandScore = 'wins-minus-losses' | 'wins-plus-half-ties' | 'wins';

export interface CondorcetResult {
  readonly method: 'condorcet';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly unranked: Unranked };
  /** beats every other option; null when none does */
  readonly condorcetWinner: string | null;
  readonly condorcetLoser: string | null;
  /** the smallest set whose members beat everybody outside it */
  readonly smithSet: readonly string[];
  readonly winners: readonly string[];
  readonly pairwise: Record<string, Record<string, number>>;
  readonly steps: readonly PairScoreStep[];
}

/** One option's duels, from its own point of view. */
export interface PairScoreStep {
  readonly step: 'duels';
  readonly option: string;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** the heaviest defeat: by whom, and by how many votes to how many; null when unbeaten */
  readonly worst: { readonly by: string; readonly votes: number; readonly against: number } | null;
}

export interface PairScoreResult {
  readonly method: 'copeland' | 'minimax';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly unranked: Unranked; readonly score?: CopelandScore; readonly strength?: MinimaxStrength };
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: Ranking;
  readonly scores: Record<string, number>;
  readonly pairwise: Record<string, Record<string, number>>;
  readonly steps: readonly PairScoreStep[];
}

export const CONDORCET: Algorithm = { id: 'condorcet', version: 1 };
export const COPELAND: Algorithm = { id: 'copeland', version: 1 };
export const MINIMAX: Algorithm = { id: 'minimax', version: 1 };

function duels(table: PairTable): PairScoreStep[] {
  const { options, size, counts } = table;
  return options.map((option, a) => {
    let [wins, losses, ties] = [0, 0, 0];
    let worst: PairScoreStep['worst'] = null;
    for (let b = 0; b < size; b++) {
      if (b === a) continue;
      const own = counts[a * size + b]!;
      const other = counts[b * size + a]!;
      if (own > other) wins++;
      else if (own === other) ties++;
      else {
        losses++;
        if (worst === null || other > worst.votes) worst = { by: options[b]!, votes: other, against: own };
      }
    }
    return { step: 'duels', option, wins, losses, ties, worst };
  });
}

/** Copeland's order cut where nobody below beats or ties anybody above: the smallest such top set is the Smith set. */
function smithSet(table: PairTable, steps: readonly PairScoreStep[]): string[] {
  const { options, size, counts } = table;
  const order = options.map((_, i) => i).sort((a, b) => (steps[b]!.wins + steps[b]!.ties / 2) - (steps[a]!.wins + steps[a]!.ties / 2) || a - b);
  for (let cut = 1; cut < size; cut++) {
    const above = order.slice(0, cut);
    const below = order.slice(cut);
    if (above.every((a) => below.every((b) => counts[a * size + b]! > counts[b * size + a]!))) return above.sort((a, b) => a - b).map((o) => options[o]!);
  }
  return [...options];
}

/** Condorcet winner, loser and Smith set. */
export function condorcet(profile: Profile, { unranked = 'last' }: { unranked?: Unranked } = {}): CondorcetResult {
  const table = pairwise(profile, unranked);
  const steps = duels(table);
  const others = table.size - 1;
  const winner = steps.find((s) => s.wins === others)?.option ?? null;
  return {
    method: 'condorcet', algorithm: CONDORCET, conventions: { unranked }, condorcetWinner: winner,
    condorcetLoser: others === 0 ? null : steps.find((s) => s.losses === others)?.option ?? null,
    smithSet: smithSet(table, steps), winners: winner === null ? [] : [winner], pairwise: pairRecord(table), steps,
  };
}

/** Copeland: wins minus losses (or wins plus half the ties, or wins only). */
export function copeland(profile: Profile, { unranked = 'last', score = 'wins-minus-losses' }: { unranked?: Unranked; score?: CopelandScore } = {}): PairScoreResult {
  const table = pairwise(profile, unranked);
  const value = (s: PairScoreStep): number =>
    score === 'wins' ? s.wins : score === 'wins-minus-losses' ? s.wins - s.losses : s.wins + s.ties / 2;
  return pairScores({ method: 'copeland', algorithm: COPELAND, conventions: { unranked, score } }, table, duels(table).map(value), 1);
}

function worstDefeat({ size, counts }: PairTable, strength: MinimaxStrength, a: number): number {
  let worst = size === 1 || strength !== 'margin' ? 0 : -Infinity;
  for (let b = 0; b < size; b++) {
    if (b === a) continue;
    const own = counts[a * size + b]!;
    const other = counts[b * size + a]!;
    const value = strength === 'opposition' ? other : strength === 'margin' ? other - own : other > own ? other : 0;
    if (value > worst) worst = value;
  }
  return worst;
}

/** Minimax (Simpson–Kramer): the smallest worst defeat wins. `opposition` is not Condorcet-consistent. */
export function minimax(profile: Profile, { unranked = 'last', strength = 'winning' }: { unranked?: Unranked; strength?: MinimaxStrength } = {}): PairScoreResult {
  const table = pairwise(profile, unranked);
  const scores = table.options.map((_, a) => worstDefeat(table, strength, a));
  return pairScores({ method: 'minimax', algorithm: MINIMAX, conventions: { unranked, strength } }, table, scores, -1);
}

function pairScores(
  head: Pick<PairScoreResult, 'method' | 'algorithm' | 'conventions'>, table: PairTable, scores: readonly number[], sign: 1 | -1,
): PairScoreResult {
  const ranking = rankByScore(table.options, scores.map((s) => s * sign));
  return {
    ...head, winners: ranking[0]!, isTied: ranking[0]!.length > 1, ranking,
    scores: byOption(table.options, scores), pairwise: pairRecord(table), steps: duels(table),
  };
}
