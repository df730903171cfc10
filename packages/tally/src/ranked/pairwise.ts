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

/** Byte columns hold ranks below this. */
const COLUMN_LIMIT = 126;
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

function countPairs(profile: Profile, unranked: Unranked): PairTable {
  const size = profile.options.length;
  const table = { options: profile.options, size, ballots: profile.ballots };
  const n = profile.weight.length;
  const fitsColumns = size <= COLUMN_LIMIT && profile.ballots <= 1.25 * n && n * size > COLUMNS_PAY_FROM;
  if (fitsColumns && (unranked === 'last' || profile.complete)) return { ...table, counts: byColumns(profile) };
  return { ...table, counts: byBallots(profile, unranked) };
}

function byBallots(p: Profile, unranked: Unranked): Float64Array {
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

/**
 * Ranks by option, one byte per ballot, four ballots in a 32-bit word: with the top bit of every byte set,
 * (a | H) - b leaves that bit standing exactly where rank(a) >= rank(b). No branch, no borrow between bytes.
 */
function byColumns(p: Profile): Float64Array {
  const size = p.options.length;
  const { columns, words, ballots } = rankColumns(p);
  const counts = new Float64Array(size * size);
  const padding = words * 4 - ballots;
  const oneWay = p.complete && p.tied === null;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const aboveOrEqual = atLeast(columns, a * words, b * words, words) - padding;
      counts[a * size + b] = ballots - aboveOrEqual;
      counts[b * size + a] = oneWay ? aboveOrEqual : ballots - (atLeast(columns, b * words, a * words, words) - padding);
    }
  }
  return counts;
}

/** Lanes in which the byte of column A is at least that of column B. A byte of the accumulator holds up to 255. */
function atLeast(columns: Int32Array, A: number, B: number, words: number): number {
  let sum = 0;
  for (let from = 0; from < words; from += 255) {
    const to = Math.min(words, from + 255);
    let acc = 0;
    for (let i = from; i < to; i++) acc += (((columns[A + i]! | 0x80808080) - columns[B + i]!) >>> 7) & 0x01010101;
    sum += (acc & 255) + ((acc >>> 8) & 255) + ((acc >>> 16) & 255) + (acc >>> 24);
  }
  return sum;
}

function rankColumns(p: Profile): { columns: Int32Array; words: number; ballots: number } {
  const { order, tied, offset, weight } = p;
  const size = p.options.length;
  const words = (p.ballots + 3) >> 2;
  const stride = words * 4;
  const bytes = new Uint8Array(size * stride);
  // Padding lanes stay 0 in every column: they tie everywhere and are subtracted by the caller.
  if (!p.complete) for (let c = 0; c < size; c++) bytes.fill(127, c * stride, c * stride + p.ballots);
  let row = 0;
  for (let i = 0; i < weight.length; i++) {
    const end = offset[i + 1]!;
    for (let copies = weight[i]!; copies > 0; copies--, row++) {
      let rank = -1;
      for (let x = offset[i]!; x < end; x++) {
        if (tied === null || tied[x] === 0) rank++;
        bytes[order[x]! * stride + row] = rank;
      }
    }
  }
  return { columns: new Int32Array(bytes.buffer), words, ballots: p.ballots };
}

/** As nested records: result[a][b] = voters who rank a strictly above b. */
export function pairRecord(table: PairTable, values: Float64Array = table.counts): Record<string, Record<string, number>> {
  const { options, size } = table;
  return Object.fromEntries(options.map((a, i) => [
    a, Object.fromEntries(options.map((b, j): [string, number] => [b, values[i * size + j]!]).filter((_, j) => j !== i)),
  ]));
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
