import type { Lookup } from './lookup.js';
import type { Entries, RankedBallot } from './profile.js';

/** A ballot's options are marked in the bits of one small integer. */
const MAX_PLAIN = 31;

/**
 * Reads ballots of the plain kind, which nearly all are: one voter, one option on each place, few options, told apart by
 * one character. null if any is of another kind or faulty: the careful reader then takes them all. Counting from names
 * is mostly this walk through many small arrays, so the loop is written for the engine and the processor (ADR 27).
 */
export function readPlain(ballots: readonly RankedBallot[], lookup: Lookup): Entries | null {
  const { ids, near, far, shortest } = lookup;
  const size = ids.length;
  if (near !== far || size > MAX_PLAIN || shortest < near) return null;
  const order = new Uint16Array(size * ballots.length);
  const offset = new Uint32Array(ballots.length + 1);
  let end = 0;
  for (let i = 0; i < ballots.length; i++) {
    const { ranking, count } = ballots[i]!;
    if ((count !== undefined && count !== 1) || ranking.length > size || !readRanking(ranking, lookup, order, end)) return null;
    end += ranking.length;
    offset[i + 1] = end;
  }
  return { order: order.subarray(0, end), tied: null, offset, weight: new Float64Array(ballots.length).fill(1) };
}

/**
 * Writes a ranking's options to `order` from `at` on; false if one is unknown or ranked twice, or a place holds not just
 * one. A function of its own, so that it is compiled as a whole after some hundred ballots, not in the middle of a loop.
 */
function readRanking(ranking: RankedBallot['ranking'], { ids, guess, near }: Lookup, order: Uint16Array, at: number): boolean {
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
