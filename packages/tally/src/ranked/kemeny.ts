import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import { pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
import type { Profile } from './profile.js';

export interface KemenyResult {
  readonly method: 'kemeny';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly unranked: Unranked };
  /** pairwise preferences of voters that the best rankings agree with */
  readonly score: number;
  /** how many rankings reach the score */
  readonly optimalRankings: number;
  /** all of them, if not more than `listed`; else the first ones in candidate order */
  readonly rankings: readonly (readonly string[])[];
  readonly winners: readonly string[];
  readonly isTied: boolean;
  /** the best ranking when it is the only one; null when several are equally good */
  readonly ranking: readonly (readonly string[])[] | null;
  readonly pairwise: Record<string, Record<string, number>>;
  readonly steps: readonly { readonly step: 'agreement'; readonly above: string; readonly below: string; readonly votes: number; readonly against: number }[];
}

export const KEMENY: Algorithm = { id: 'kemeny', version: 1 };
/** 2^18 subsets; exact and within a second. */
export const KEMENY_MAX_OPTIONS = 18;
const LISTED = 24;

/** best[S] = most agreements when the options of S fill the first places; ways[S] = orders that reach it. */
function solve({ size, counts }: PairTable): { best: Float64Array; ways: Float64Array; gain: (o: number, s: number) => number } {
  const full = 1 << size;
  const best = new Float64Array(full).fill(-1);
  const ways = new Float64Array(full);
  best[0] = 0;
  ways[0] = 1;
  // Agreements won by placing o directly below the options of s: it stands above everybody else.
  const gain = (o: number, s: number): number => {
    let sum = 0;
    for (let b = 0; b < size; b++) if (b !== o && (s & (1 << b)) === 0) sum += counts[o * size + b]!;
    return sum;
  };
  for (let s = 0; s < full; s++) {
    for (let o = 0; o < size; o++) {
      if ((s & (1 << o)) !== 0) continue;
      const next = s | (1 << o);
      const value = best[s]! + gain(o, s);
      if (value > best[next]!) {
        best[next] = value;
        ways[next] = ways[s]!;
      } else if (value === best[next]) ways[next]! += ways[s]!;
    }
  }
  return { best, ways, gain };
}

/** Subsets from which the best full ranking can still be reached. */
function onBestPath(size: number, { best, gain }: ReturnType<typeof solve>): Uint8Array {
  const good = new Uint8Array(1 << size);
  good[good.length - 1] = 1;
  for (let s = good.length - 2; s >= 0; s--) {
    for (let o = 0; o < size && good[s] === 0; o++) {
      const next = s | (1 << o);
      if (next !== s && good[next] === 1 && best[s]! + gain(o, s) === best[next]) good[s] = 1;
    }
  }
  return good;
}

/**
 * Kemeny–Young by dynamic programming over subsets: every optimal ranking counts. Equal and unranked options give
 * neither side a vote. Throws `TallyInputError` above `KEMENY_MAX_OPTIONS` options.
 */
export function kemeny(profile: Profile, { unranked = 'last' }: { unranked?: Unranked } = {}): KemenyResult {
  const table = pairwise(profile, unranked);
  const { options, size, counts } = table;
  if (size > KEMENY_MAX_OPTIONS) {
    throw new TallyInputError('kemeny.too-many-options', `Kemeny is exact for at most ${KEMENY_MAX_OPTIONS} candidates, not ${size}`, { path: 'candidates' });
  }
  const solved = solve(table);
  const good = onBestPath(size, solved);
  const rankings: number[][] = [];
  const winners = new Set<number>();
  const extend = (s: number, order: number[]): void => {
    if (order.length === size) rankings.push([...order]);
    for (let o = 0; o < size && rankings.length < LISTED; o++) {
      const next = s | (1 << o);
      if (next !== s && good[next] === 1 && solved.best[s]! + solved.gain(o, s) === solved.best[next]) extend(next, [...order, o]);
    }
  };
  extend(0, []);
  for (let o = 0; o < size; o++) if (good[1 << o] === 1 && solved.gain(o, 0) === solved.best[1 << o]) winners.add(o);
  const names = rankings.map((r) => r.map((o) => options[o]!));
  const first = rankings[0]!;
  const last = (1 << size) - 1;
  return {
    method: 'kemeny', algorithm: KEMENY, conventions: { unranked }, score: solved.best[last]!, optimalRankings: solved.ways[last]!, rankings: names,
    winners: [...winners].map((o) => options[o]!), isTied: winners.size > 1, ranking: solved.ways[last] === 1 ? names[0]!.map((o) => [o]) : null,
    pairwise: pairRecord(table),
    steps: first.slice(1).map((o, i) => ({
      step: 'agreement', above: options[first[i]!]!, below: options[o]!, votes: counts[first[i]! * size + o]!, against: counts[o * size + first[i]!]!,
    })),
  };
}
