import { put } from './order.js';
import { countByColumns } from './pair-columns.js';
import { makeSimdKernel, makeWordKernel, type PairKernel } from './pair-kernel.js';
import type { Profile } from './profile.js';

/** How an option that a ballot does not name stands to those it names: below all of them, or in no relation. */
export type Unranked = 'last' | 'ignore';

/** counts[a * size + b] = voters who rank a strictly above b; the diagonal is 0. */
export interface PairTable {
  readonly options: readonly string[];
  readonly size: number;
  readonly counts: Float64Array;
  readonly ballots: number;
}

/** Below this many elementary comparisons the columns are not worth their transposition. */
const COLUMNS_PAY_FROM = 20_000;

/** Tables of profiles already counted: several methods ask for the same one. */
const known = new WeakMap<Profile, Map<Unranked, PairTable>>();

/** The pairwise table. Two unranked options give no preference under either reading. Counted once per profile: do not change it. */
export function pairwise(profile: Profile, unranked: Unranked): PairTable {
  const tables = known.get(profile) ?? new Map<Unranked, PairTable>();
  known.set(profile, tables);
  const table = tables.get(unranked) ?? countPairs(profile, unranked);
  tables.set(unranked, table);
  return table;
}

/** Made when it is first needed. A count never yields, so one memory serves all. */
let kernel: PairKernel | undefined;

/** The kernel, where the table is counted by columns. */
function kernelFor({ weight, options, complete }: Profile, unranked: Unranked): PairKernel | null {
  if (weight.length * options.length <= COLUMNS_PAY_FROM || (unranked === 'ignore' && !complete)) return null;
  kernel ??= makeSimdKernel() ?? makeWordKernel();
  return options.length <= kernel.unranked ? kernel : null;
}

/** The table costs about as much as reading every ballot once. */
export const isTableCheap = (profile: Profile, unranked: Unranked): boolean => kernelFor(profile, unranked) !== null;

function countPairs(profile: Profile, unranked: Unranked): PairTable {
  const columns = kernelFor(profile, unranked);
  const counts = columns === null ? countByBallots(profile, unranked) : countByColumns(profile, columns);
  return { options: profile.options, size: profile.options.length, ballots: profile.ballots, counts };
}

/** Ballot by ballot, every pair on it: for few ballots, and for every reading of unranked options. */
export function countByBallots(p: Profile, unranked: Unranked): Float64Array {
  const size = p.options.length;
  const counts = new Float64Array(size * size);
  const ranked = new Float64Array(size);
  const both = new Float64Array(size * size);
  const { order, tied, offset, weight } = p;
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i]!;
    const end = offset[i + 1]!;
    for (let x = offset[i]!; x < end; x++) {
      const a = order[x]!;
      const row = a * size;
      ranked[a]! += w;
      let y = x + 1;
      for (; tied !== null && y < end && tied[y] === 1; y++) both[row + order[y]!]! += w;
      for (; y < end; y++) counts[row + order[y]!]! += w;
    }
  }
  if (unranked === 'ignore') return counts;
  const strict = counts.slice();
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      const ab = a * size + b;
      const ba = b * size + a;
      counts[ab]! += ranked[a]! - strict[ab]! - strict[ba]! - both[ab]! - both[ba]!;
    }
  }
  return counts;
}

/** As nested records: result[a][b] = voters who rank a strictly above b. */
export function pairRecord(table: PairTable, values: Float64Array = table.counts): Record<string, Record<string, number>> {
  const { options, size } = table;
  const rows: Record<string, Record<string, number>> = {};
  for (let a = 0; a < size; a++) {
    const row: Record<string, number> = {};
    for (let b = 0; b < size; b++) if (b !== a) put(row, options[b]!, values[a * size + b]!);
    put(rows, options[a]!, row);
  }
  return rows;
}

/** Adds (w = 1) or takes back (w = -1) one ballot given as option indexes by place: a live table never recounts. */
export function applyBallot(table: PairTable, places: readonly (readonly number[])[], w: number, unranked: Unranked): void {
  const { size, counts } = table;
  // below[b] = 1 while b stands below the place at hand; from the end upwards nothing is looked at twice.
  const below = new Uint8Array(size).fill(unranked === 'last' ? 1 : 0);
  for (const place of places) for (const a of place) below[a] = 0;
  for (let x = places.length - 1; x >= 0; x--) {
    const place = places[x]!;
    for (let k = 0; k < place.length; k++) {
      const row = place[k]! * size;
      for (let b = 0; b < size; b++) counts[row + b]! += below[b] === 1 ? w : 0;
    }
    for (let k = 0; k < place.length; k++) below[place[k]!] = 1;
  }
}
