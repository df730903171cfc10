import type { Algorithm } from '../algorithm.js';
import { byOption, rankByScore, type Ranking } from './order.js';
import { isTableCheap, pairwise } from './pairwise.js';
import type { Profile } from './profile.js';

/**
 * What unranked options get: `average` share the places left (= tied last), `zero` nothing; `modified`: the places are
 * counted from below, so that a ballot with three names gives 3, 2, 1 (top=n) and nothing to the others.
 */
export type BordaUnranked = 'average' | 'zero' | 'modified';
/** The worth of the first of n places. `symmetric` = options below minus options above (half of it is Borda again). */
export type BordaTop = 'n' | 'n-1' | 'symmetric';

export interface BordaResult {
  readonly method: 'borda';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly unranked: BordaUnranked; readonly top: BordaTop; readonly ties: 'average' };
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: Ranking;
  /** exact multiples of one half */
  readonly scores: Record<string, number>;
  readonly steps: readonly { readonly step: 'scores'; readonly scores: Record<string, number> }[];
}

export const BORDA: Algorithm = { id: 'borda', version: 1 };

/**
 * Twice the points, from the duels: a ballot gives an option one point for every option below it and half a point for
 * every one beside it, unranked ones tied last, so the points are half of what it leads by in all its duels, and the middle.
 */
export function doubledFromDuels(p: Profile, top: BordaTop): Float64Array {
  const { size, counts, ballots } = pairwise(p, 'last');
  const middle = top === 'symmetric' ? 0 : (size - 1 + (top === 'n' ? 2 : 0)) * ballots;
  return Float64Array.from(p.options, (_, a) => {
    let lead = 0;
    for (let b = 0; b < size; b++) lead += counts[a * size + b]! - counts[b * size + a]!;
    return middle + (top === 'symmetric' ? 2 : 1) * lead;
  });
}

/** Twice the points, which are integers: a shared place is worth the average of the places it covers. */
export function doubledFromBallots(p: Profile, unranked: BordaUnranked, top: BordaTop): Float64Array {
  const m = p.options.length;
  const out = new Float64Array(m);
  const { order, tied, offset, weight } = p;
  let everyone = 0;
  for (let i = 0; i < weight.length; i++) {
    const from = offset[i]!;
    const end = offset[i + 1]!;
    const w = weight[i]!;
    const best = pointsOfFirst(unranked === 'modified' ? end - from : m, top);
    const step = top === 'symmetric' ? 4 : 2;
    // Unranked options share what is left; that is added to all and taken back from the ranked ones.
    const rest = unranked === 'average' ? 2 * best - ((end - from) + (m - 1)) * (step / 2) : 0;
    everyone += rest * w;
    for (let x = from; x < end;) {
      let to = x + 1;
      while (tied !== null && to < end && tied[to] === 1) to++;
      const points = 2 * best - ((x - from) + (to - 1 - from)) * (step / 2) - rest;
      for (; x < to; x++) out[order[x]!]! += points * w;
    }
  }
  for (let c = 0; c < m; c++) out[c]! += everyone;
  return out;
}

function pointsOfFirst(places: number, top: BordaTop): number {
  if (top === 'symmetric') return places - 1;
  return top === 'n' ? places : places - 1;
}

/** Borda count (decisions.md §2.4). Exact: points are multiples of one half. */
export function borda(profile: Profile, { unranked = 'average', top = 'n' }: { unranked?: BordaUnranked; top?: BordaTop } = {}): BordaResult {
  const doubled = unranked === 'average' && isTableCheap(profile, 'last') ? doubledFromDuels(profile, top) : doubledFromBallots(profile, unranked, top);
  const ranking = rankByScore(profile.options, doubled);
  const scores = byOption(profile.options, doubled.map((s) => s / 2));
  return {
    method: 'borda', algorithm: BORDA, conventions: { unranked, top, ties: 'average' },
    winners: ranking[0]!, isTied: ranking[0]!.length > 1, ranking, scores, steps: [{ step: 'scores', scores }],
  };
}
