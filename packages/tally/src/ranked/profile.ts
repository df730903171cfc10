import { TallyInputError, wholeNumber } from '../errors.js';

/** Best first; an inner list is one place shared by several options. Options that are not named are unranked. */
export interface RankedBallot {
  readonly ranking: readonly (readonly string[])[];
  readonly count?: number;
  readonly group?: string;
}

/**
 * Unique rankings with weights, flat: ranking i is `order[offset[i] .. offset[i+1])`, best first, as option indexes.
 * `tied[x]` = 1 where entry x shares the place of entry x-1; null when no ballot has a shared place.
 */
export interface Profile {
  readonly options: readonly string[];
  readonly order: Uint16Array;
  readonly tied: Uint8Array | null;
  readonly offset: Uint32Array;
  readonly weight: Float64Array;
  /** voters, blank ballots included */
  readonly ballots: number;
  readonly blank: number;
  /** every ballot ranks every option */
  readonly complete: boolean;
}

export const MAX_OPTIONS = 1000;

/** Throws `TallyInputError` unless the ids are distinct and at least one; returns their indexes. */
export function indexOptions(options: readonly string[]): Map<string, number> {
  const index = new Map(options.map((id, i) => [id, i]));
  if (index.size !== options.length) throw new TallyInputError('options.twice', 'candidates: an id is listed twice', { path: 'candidates' });
  if (options.length === 0) throw new TallyInputError('options.none', 'candidates: expected at least one', { path: 'candidates' });
  if (options.length > MAX_OPTIONS) throw new TallyInputError('options.too-many', `candidates: at most ${MAX_OPTIONS}`, { path: 'candidates' });
  return index;
}

function faultyEntry(id: unknown, known: boolean, path: string): TallyInputError {
  return known
    ? new TallyInputError('ballot.option-twice', `${path}: "${String(id)}" is ranked twice`, { path })
    : new TallyInputError('ballot.option-unknown', `${path}: no candidate "${String(id)}"`, { path });
}

/** Entries of all ballots, as option index * 2 + (1 where the entry shares the place before it). */
interface Entries {
  readonly codes: Uint16Array;
  readonly offset: Uint32Array;
  readonly anyTied: boolean;
}

function readEntries(options: readonly string[], ballots: readonly RankedBallot[]): Entries {
  const index = indexOptions(options);
  let room = 16;
  for (const b of ballots) room += b.ranking.length;
  let codes = new Uint16Array(room);
  const offset = new Uint32Array(ballots.length + 1);
  const seen = new Uint32Array(options.length);
  let end = 0;
  let anyTied = false;
  for (let i = 0; i < ballots.length; i++) {
    const ranking = ballots[i]!.ranking;
    for (let p = 0; p < ranking.length; p++) {
      const place = ranking[p]!;
      for (let k = 0; k < place.length; k++) {
        const c = index.get(place[k]!);
        if (c === undefined || seen[c] === i + 1) throw faultyEntry(place[k], c !== undefined, `ballots[${i}].ranking[${p}][${k}]`);
        seen[c] = i + 1;
        if (k > 0) anyTied = true;
        if (end === codes.length) {
          const wider = new Uint16Array(codes.length * 2);
          wider.set(codes);
          codes = wider;
        }
        codes[end++] = (c << 1) | (k > 0 ? 1 : 0);
      }
    }
    offset[i + 1] = end;
  }
  return { codes, offset, anyTied };
}

/** For each ballot the first ballot with the same ranking, by open addressing over a hash of the codes. */
function uniqueRankings({ codes, offset }: Entries, n: number): { first: Uint32Array; slotOf: Uint32Array } {
  let capacity = 4;
  while (capacity < n * 2) capacity <<= 1;
  const slots = new Int32Array(capacity).fill(-1);
  const hashes = new Int32Array(n);
  const first = new Uint32Array(n);
  const slotOf = new Uint32Array(n);
  let unique = 0;
  for (let i = 0; i < n; i++) {
    const from = offset[i]!;
    const length = offset[i + 1]! - from;
    let h = 0x811c9dc5 ^ length;
    for (let k = 0; k < length; k++) h = Math.imul(h ^ codes[from + k]!, 0x01000193);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h ^= h >>> 13;
    let s = h & (capacity - 1);
    let u = slots[s]!;
    while (u >= 0 && !(hashes[u] === h && sameRanking(codes, offset, first[u]!, i))) {
      s = (s + 1) & (capacity - 1);
      u = slots[s]!;
    }
    if (u < 0) {
      u = unique++;
      slots[s] = u;
      hashes[u] = h;
      first[u] = i;
    }
    slotOf[i] = u;
  }
  return { first: first.subarray(0, unique), slotOf };
}

function sameRanking(codes: Uint16Array, offset: Uint32Array, i: number, j: number): boolean {
  const a = offset[i]!;
  const b = offset[j]!;
  const length = offset[i + 1]! - a;
  if (offset[j + 1]! - b !== length) return false;
  for (let k = 0; k < length; k++) if (codes[a + k] !== codes[b + k]) return false;
  return true;
}

/** Compresses ballots. Throws `TallyInputError` for an unknown option, one ranked twice, or a faulty count. */
export function makeProfile(options: readonly string[], ballots: readonly RankedBallot[]): Profile {
  const entries = readEntries(options, ballots);
  const { first, slotOf } = uniqueRankings(entries, ballots.length);
  const weight = new Float64Array(first.length);
  let total = 0;
  for (let i = 0; i < ballots.length; i++) {
    const count = ballots[i]!.count ?? 1;
    if (count !== 1) wholeNumber(count, `ballots[${i}].count`);
    weight[slotOf[i]!]! += count;
    total += count;
  }
  wholeNumber(total, 'the sum of counts');
  const offset = new Uint32Array(first.length + 1);
  let blank = 0;
  let complete = true;
  for (let u = 0; u < first.length; u++) {
    const length = entries.offset[first[u]! + 1]! - entries.offset[first[u]!]!;
    offset[u + 1] = offset[u]! + length;
    if (length === 0) blank = weight[u]!;
    if (length < options.length && weight[u]! > 0) complete = false;
  }
  const order = new Uint16Array(offset[first.length]!);
  const tied = entries.anyTied ? new Uint8Array(order.length) : null;
  for (let u = 0; u < first.length; u++) {
    const from = entries.offset[first[u]!]!;
    const to = offset[u]!;
    const length = offset[u + 1]! - to;
    for (let k = 0; k < length; k++) order[to + k] = entries.codes[from + k]! >> 1;
    if (tied !== null) for (let k = 0; k < length; k++) tied[to + k] = entries.codes[from + k]! & 1;
  }
  return { options, order, tied, offset, weight, ballots: total, blank, complete };
}
