import type { Algorithm } from '../algorithm.js';
import { indexOptions } from '../ranked/profile.js';
import { sha256 } from './sha256.js';

export const LOT: Algorithm = { id: 'lot-sha256', version: 1 };

export interface LotResult {
  readonly algorithm: Algorithm;
  readonly seed: string;
  /** all options, the luckiest first */
  readonly lots: readonly string[];
  readonly steps: readonly { readonly step: 'lot'; readonly option: string; readonly key: string }[];
}

/**
 * The order of the lot: options sorted by SHA-256("tegerek/lot/1\n" + seed + "\n" + option), smallest first. The seed is
 * public and fixed after the ballots: the hash of the canonical ballot list and one number called out by each group.
 * Anybody can recompute it; nobody alone can steer it.
 */
export function drawLots(seed: string, options: readonly string[]): LotResult {
  indexOptions(options);
  const steps = options
    .map((option) => ({ step: 'lot' as const, option, key: sha256(`tegerek/lot/1\n${seed}\n${option}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { algorithm: LOT, seed, lots: steps.map((s) => s.option), steps };
}

/** The seed of a vote: the hash of its canonical ballots and the numbers called out, in the order of the groups. */
export const lotSeed = (ballotsHash: string, numbers: readonly number[]): string => [ballotsHash, ...numbers].join('|');
