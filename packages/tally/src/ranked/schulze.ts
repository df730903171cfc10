import type { Algorithm } from '../algorithm.js';
import { pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
import { rankByLayers, type Ranking } from './order.js';
import type { Profile } from './profile.js';

/** How strong a defeat is: the votes of the winning side, or its lead. */
export type Strength = 'winning' | 'margin';

/** Why `winner` stands above `loser`: its strongest path is stronger than the strongest one back. */
export interface PathStep {
  readonly step: 'path';
  readonly winner: string;
  readonly loser: string;
  readonly strength: number;
  readonly path: readonly string[];
  readonly back: number;
  readonly backPath: readonly string[];
}

export interface SchulzeResult {
  readonly method: 'schulze';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly unranked: Unranked; readonly strength: Strength; readonly ranking: 'layers' };
  /** the whole undominated set: several = a true tie */
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: Ranking;
  readonly pairwise: Record<string, Record<string, number>>;
  readonly strongestPaths: Record<string, Record<string, number>>;
  /** the first winner's path to every other option that it beats, and the way back */
  readonly steps: readonly PathStep[];
}

export const SCHULZE: Algorithm = { id: 'schulze', version: 1 };

/** Strength of each direct defeat, 0 where a does not beat b. */
export function defeats({ size, counts }: PairTable, strength: Strength): Float64Array {
  const out = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const ab = counts[a * size + b]!;
      const ba = counts[b * size + a]!;
      if (ab > ba) out[a * size + b] = strength === 'winning' ? ab : ab - ba;
      else if (ba > ab) out[b * size + a] = strength === 'winning' ? ba : ba - ab;
    }
  }
  return out;
}

/** Widest paths (Floyd–Warshall, the middle vertex outermost), in place; `before[a*size+b]` = last stop before b. */
export function widestPaths(paths: Float64Array, size: number, before: Uint16Array | null): Float64Array {
  for (let k = 0; k < size; k++) {
    const rowK = k * size;
    for (let i = 0; i < size; i++) {
      const ik = paths[i * size + k]!;
      if (i === k || ik === 0) continue;
      const rowI = i * size;
      for (let j = 0; j < size; j++) {
        const kj = paths[rowK + j]!;
        const through = ik < kj ? ik : kj;
        if (through > paths[rowI + j]! && j !== i) {
          paths[rowI + j] = through;
          if (before !== null) before[rowI + j] = before[rowK + j]!;
        }
      }
    }
  }
  return paths;
}

function trace(before: Uint16Array, size: number, from: number, to: number): number[] {
  const path = [to];
  for (let at = to; at !== from;) {
    at = before[from * size + at]!;
    path.unshift(at);
  }
  return path;
}

/** Indexes of the options that no other beats by path: what a live result needs. */
export function undominated(paths: Float64Array, size: number): number[] {
  const out: number[] = [];
  for (let a = 0; a < size; a++) {
    let beaten = false;
    for (let b = 0; b < size && !beaten; b++) beaten = paths[b * size + a]! > paths[a * size + b]!;
    if (!beaten) out.push(a);
  }
  return out;
}

/** Index of the option that beats every other one, so that no path leads to it: it alone is undominated. -1 without one. */
export function beatsAll({ size, counts }: PairTable): number {
  let best = 0;
  // Whoever loses or ties is out: one pass leaves one candidate, another one tries it.
  for (let b = 1; b < size; b++) if (counts[b * size + best]! >= counts[best * size + b]!) best = b;
  for (let b = 0; b < size; b++) if (b !== best && counts[b * size + best]! >= counts[best * size + b]!) return -1;
  return best;
}

/**
 * The Schulze method (M. Schulze, "A new monotonic, clone-independent … method", 2011). The result is the whole
 * undominated set; the full ranking repeatedly takes the undominated options of what is left.
 */
export function schulze(profile: Profile, { unranked = 'last', strength = 'winning' }: { unranked?: Unranked; strength?: Strength } = {}): SchulzeResult {
  return schulzeOf(pairwise(profile, unranked), { unranked, strength });
}

/** The same from a pairwise table. */
export function schulzeOf(table: PairTable, { unranked, strength }: { unranked: Unranked; strength: Strength }): SchulzeResult {
  const { options, size } = table;
  const before = new Uint16Array(size * size);
  for (let a = 0; a < size; a++) before.fill(a, a * size, (a + 1) * size);
  const paths = widestPaths(defeats(table, strength), size, before);
  const top = undominated(paths, size);
  const beats = (a: number, b: number): boolean => paths[a * size + b]! > paths[b * size + a]!;
  const names = (a: number, b: number): string[] => (paths[a * size + b] === 0 ? [] : trace(before, size, a, b).map((o) => options[o]!));
  const first = top[0]!;
  const steps = options.map((_, o) => o).filter((o) => beats(first, o)).map((o): PathStep => ({
    step: 'path', winner: options[first]!, loser: options[o]!,
    strength: paths[first * size + o]!, path: names(first, o), back: paths[o * size + first]!, backPath: names(o, first),
  }));
  return {
    method: 'schulze', algorithm: SCHULZE, conventions: { unranked, strength, ranking: 'layers' },
    winners: top.map((o) => options[o]!), isTied: top.length > 1, ranking: rankByLayers(options, beats),
    pairwise: pairRecord(table), strongestPaths: pairRecord(table, paths), steps,
  };
}
