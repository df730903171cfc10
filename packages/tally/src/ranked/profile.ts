import { TallyInputError, wholeNumber } from '../errors.js';

/** Best first; an inner list is one place shared by several options. Options that are not named are unranked. */
export interface RankedBallot {
  readonly ranking: readonly (readonly string[])[];
  readonly count?: number;
  readonly group?: string;
}

/**
 * Rankings with weights, flat: ranking i is `order[offset[i] .. offset[i+1])`, best first, as option indexes.
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
  const lookup = makeLookup(options);
  const sample = Math.min(ballots.length, 64);
  let expected = 16;
  for (let i = 0; i < sample; i++) expected += ballots[i]!.ranking.length;
  let codes: Uint16Array = new Uint16Array(Math.ceil((expected * ballots.length * 1.05) / Math.max(1, sample)) + 2 * options.length);
  const offset = new Uint32Array(ballots.length + 1);
  const { index, guess } = lookup;
  const isSmall = options.length <= 31;
  const seen = new Int32Array(options.length).fill(-1);
  let end = 0;
  let anyTied = false;
  for (let i = 0; i < ballots.length; i++) {
    const ranking = ballots[i]!.ranking;
    // A ballot holds every option at most once, so this is room enough for it.
    if (end + options.length > codes.length) codes = widened(codes);
    let marks = 0;
    for (let p = 0; p < ranking.length; p++) {
      const place = ranking[p]!;
      for (let k = 0; k < place.length; k++) {
        const id = place[k]!;
        if (typeof id !== 'string') throw faultyEntry(id, false, `ballots[${i}].ranking[${p}][${k}]`);
        let c = guess[slotOf(id)]!;
        if (c < 0 || options[c] !== id) c = index.get(id) ?? -1;
        const isTwice = isSmall ? (marks & (1 << c)) !== 0 : seen[c] === i;
        if (c < 0 || isTwice) throw faultyEntry(id, c >= 0, `ballots[${i}].ranking[${p}][${k}]`);
        if (isSmall) marks |= 1 << c;
        else seen[c] = i;
        if (k > 0) anyTied = true;
        codes[end++] = (c << 1) | (k > 0 ? 1 : 0);
      }
    }
    offset[i + 1] = end;
  }
  return { codes, offset, anyTied };
}

function widened(codes: Uint16Array): Uint16Array {
  const wider = new Uint16Array(Math.ceil(codes.length * 1.5));
  wider.set(codes);
  return wider;
}

/**
 * Ids are looked up millions of times: the last two characters and the length lead to a guess, which one comparison
 * confirms; only the others ask the map.
 */
function makeLookup(options: readonly string[]): { index: Map<string, number>; guess: Int16Array } {
  const index = indexOptions(options);
  const guess = new Int16Array(SLOTS).fill(-1);
  options.forEach((o, i) => { guess[slotOf(o)] = i; });
  return { index, guess };
}

const SLOTS = 4096;

function slotOf(id: string): number {
  const n = id.length;
  return n < 2 ? id.charCodeAt(0) & (SLOTS - 1) : ((id.charCodeAt(n - 1) * 61) ^ (id.charCodeAt(n - 2) * 7) ^ n) & (SLOTS - 1);
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
    const h = hashOf(codes, offset[i]!, offset[i + 1]!);
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

/** Ballots looked at to decide whether compression pays. */
const SAMPLE = 512;

/** Nearly all rankings of a sample differ: looking for equal ones would cost more than it saves. */
function isDiverse({ codes, offset }: Entries, n: number): boolean {
  if (n < 4 * SAMPLE) return false;
  const seen = new Set<number>();
  const stride = Math.floor(n / SAMPLE);
  for (let k = 0; k < SAMPLE; k++) seen.add(hashOf(codes, offset[k * stride]!, offset[k * stride + 1]!));
  return seen.size > 0.8 * SAMPLE;
}

function hashOf(codes: Uint16Array, from: number, end: number): number {
  let h = 0x811c9dc5 ^ (end - from);
  for (let k = from; k < end; k++) h = Math.imul(h ^ codes[k]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function countsOf(ballots: readonly RankedBallot[]): Float64Array {
  const out = new Float64Array(ballots.length);
  for (let i = 0; i < ballots.length; i++) {
    const count = ballots[i]!.count ?? 1;
    out[i] = count === 1 ? 1 : wholeNumber(count, `ballots[${i}].count`);
  }
  return out;
}

/** Each unique ranking once, with the sum of its counts. */
function merged(entries: Entries, counts: Float64Array): { entries: Entries; weight: Float64Array } {
  const { first, slotOf } = uniqueRankings(entries, counts.length);
  const weight = new Float64Array(first.length);
  for (let i = 0; i < counts.length; i++) weight[slotOf[i]!]! += counts[i]!;
  const offset = new Uint32Array(first.length + 1);
  for (let u = 0; u < first.length; u++) offset[u + 1] = offset[u]! + entries.offset[first[u]! + 1]! - entries.offset[first[u]!]!;
  const codes = new Uint16Array(offset[first.length]!);
  for (let u = 0; u < first.length; u++) codes.set(entries.codes.subarray(entries.offset[first[u]!]!, entries.offset[first[u]! + 1]!), offset[u]!);
  return { entries: { codes, offset, anyTied: entries.anyTied }, weight };
}

/**
 * Reads and compresses ballots; where nearly all rankings differ they stay as they are (a ranking may then occur twice,
 * which no method minds). Throws `TallyInputError` for an unknown option, one ranked twice, or a faulty count.
 */
export function makeProfile(options: readonly string[], ballots: readonly RankedBallot[]): Profile {
  return profileOf(options, readEntries(options, ballots), countsOf(ballots));
}

/**
 * The same from strict rankings that are already option indexes, best first, one voter each: what a table or a wire
 * format holds. Throws `TallyInputError` for an index out of range or ranked twice.
 */
export function makeProfileOfIndexes(options: readonly string[], rankings: readonly ArrayLike<number>[]): Profile {
  indexOptions(options);
  const size = options.length;
  const offset = new Uint32Array(rankings.length + 1);
  for (let i = 0; i < rankings.length; i++) offset[i + 1] = offset[i]! + rankings[i]!.length;
  const codes = new Uint16Array(offset[rankings.length]!);
  const seen = new Int32Array(size).fill(-1);
  let end = 0;
  for (let i = 0; i < rankings.length; i++) {
    const ranking = rankings[i]!;
    for (let p = 0; p < ranking.length; p++) {
      const o = ranking[p]!;
      const isKnown = o >= 0 && o < size && Number.isInteger(o);
      if (!isKnown || seen[o] === i) throw faultyEntry(o, isKnown, `ballots[${i}].ranking[${p}]`);
      seen[o] = i;
      codes[end++] = o << 1;
    }
  }
  return profileOf(options, { codes, offset, anyTied: false }, new Float64Array(rankings.length).fill(1));
}

function profileOf(options: readonly string[], read: Entries, counts: Float64Array): Profile {
  const { entries: { codes, offset, anyTied }, weight } = isDiverse(read, counts.length) ? { entries: read, weight: counts } : merged(read, counts);
  let [total, blank] = [0, 0];
  let complete = true;
  for (let u = 0; u < weight.length; u++) {
    total += weight[u]!;
    const length = offset[u + 1]! - offset[u]!;
    if (length === 0) blank += weight[u]!;
    if (length < options.length && weight[u]! > 0) complete = false;
  }
  wholeNumber(total, 'the sum of counts');
  const order = codes.subarray(0, offset[weight.length]!);
  const tied = anyTied ? new Uint8Array(order.length) : null;
  for (let x = 0; x < order.length; x++) {
    if (tied !== null) tied[x] = order[x]! & 1;
    order[x]! >>= 1;
  }
  return { options, order, tied, offset, weight, ballots: total, blank, complete };
}
