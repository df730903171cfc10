import type { Lookup } from './lookup.js';
import type { Entries, RankedBallot } from './profile.js';

/** So many options of a ballot can be marked in the bits of one small integer. */
const MAX_MARKED = 31;

/**
 * Reads ballots of the plain kind, which nearly all are: one voter, one option on each place. null if any is of another
 * kind or faulty: the careful reader then takes them all. Counting from names is mostly this walk through many small
 * arrays, so the loops are written for the engine and the processor (ADR 27).
 */
export function readPlain(ballots: readonly RankedBallot[], lookup: Lookup): Entries | null {
  const { ids, near, far, shortest } = lookup;
  const size = ids.length;
  if (shortest < far) return null;
  const isNarrow = near === far && size <= MAX_MARKED;
  const seen = new Int32Array(size).fill(-1);
  const order = new Uint16Array(isNarrow ? size * ballots.length : ballots.reduce((sum, b) => sum + b.ranking.length, 0));
  const offset = new Uint32Array(ballots.length + 1);
  let end = 0;
  for (let i = 0; i < ballots.length; i++) {
    const { ranking, count } = ballots[i]!;
    if ((count !== undefined && count !== 1) || ranking.length > size) return null;
    if (!(isNarrow ? readNarrow(ranking, lookup, order, end) : readWide(ranking, lookup, order, end, seen, i))) return null;
    end += ranking.length;
    offset[i + 1] = end;
  }
  return { order: order.subarray(0, end), tied: null, offset, weight: new Float64Array(ballots.length).fill(1) };
}

/**
 * Writes a ranking's options to `order` from `at` on; false if one is unknown or ranked twice, or a place holds not just
 * one. For at most `MAX_MARKED` options that one character tells apart. A function of its own, so that it is compiled as a
 * whole after some hundred ballots, not in the middle of a loop.
 */
function readNarrow(ranking: RankedBallot['ranking'], { ids, guess, near }: Lookup, order: Uint16Array, at: number): boolean {
  let marks = 0;
  // From the middle outwards, below and above in turn: the places of one ballot lie at rising addresses, those of the next
  // ballot above them or, after a collection, below. The processor fetches ahead where addresses go on in one direction.
  let p = ranking.length >> 1;
  for (let step = 1; step <= ranking.length; step++) {
    const place = ranking[p]!;
    if (place.length !== 1) return false;
    const id = place[0]!;
    if (typeof id !== 'string') return false;
    // `slotOf`, spelled out: what another module exports is looked up every time. Too short an id reads NaN, which leads
    // to some slot; the comparison decides.
    const c = guess[(id.length + id.charCodeAt(id.length - near) * 64) & 4095]!;
    // Not `===`, which compares texts for good once it has met a string that the engine has not interned.
    if (c < 0 || !Object.is(ids[c], id) || (marks & (1 << c)) !== 0) return false;
    marks |= 1 << c;
    order[at + p] = c;
    p += (step & 1) === 1 ? -step : step;
  }
  return true;
}

/**
 * The same for many options, or such that two characters tell apart: `seen` holds the last ballot that ranks an option.
 * Long rankings are read from the top: the processor finds their direction by itself.
 */
function readWide(ranking: RankedBallot['ranking'], { ids, guess, near, far }: Lookup, order: Uint16Array, at: number, seen: Int32Array, ballot: number): boolean {
  for (let p = 0; p < ranking.length; p++) {
    const place = ranking[p]!;
    if (place.length !== 1) return false;
    const id = place[0]!;
    if (typeof id !== 'string') return false;
    const slot = id.length + id.charCodeAt(id.length - near) * 64;
    const c = guess[(far === near ? slot : slot + id.charCodeAt(id.length - far) * 5) & 4095]!;
    if (c < 0 || !Object.is(ids[c], id) || seen[c] === ballot) return false;
    seen[c] = ballot;
    order[at + p] = c;
  }
  return true;
}
