import { wholeNumber } from '../errors.js';
import { indexOptions } from './lookup.js';
import { isDiverse, merged } from './merge-ballots.js';
import { faultyEntry, readBallots } from './read-ballots.js';

export { indexOptions };

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

/** Ballots as read: the arrays of a `Profile`, nothing merged yet. */
export type Entries = Pick<Profile, 'order' | 'tied' | 'offset' | 'weight'>;

/**
 * Reads and compresses ballots; where nearly all rankings differ they stay as they are (a ranking may then occur twice,
 * which no method minds). Throws `TallyInputError` for an unknown option, one ranked twice, or a faulty count.
 */
export function makeProfile(options: readonly string[], ballots: readonly RankedBallot[]): Profile {
  return profileOf(options, readBallots(options, ballots));
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
  const order = new Uint16Array(offset[rankings.length]!);
  const seen = new Int32Array(size).fill(-1);
  let end = 0;
  for (let i = 0; i < rankings.length; i++) {
    const ranking = rankings[i]!;
    for (let p = 0; p < ranking.length; p++) {
      const o = ranking[p]!;
      const isKnown = o >= 0 && o < size && Number.isInteger(o);
      if (!isKnown || seen[o] === i) throw faultyEntry(o, isKnown, `ballots[${i}].ranking[${p}]`);
      seen[o] = i;
      order[end++] = o;
    }
  }
  return profileOf(options, { order, tied: null, offset, weight: new Float64Array(rankings.length).fill(1) });
}

function profileOf(options: readonly string[], read: Entries): Profile {
  const entries = isDiverse(read) ? read : merged(read);
  const { offset, weight } = entries;
  let [total, blank] = [0, 0];
  let complete = true;
  for (let u = 0; u < weight.length; u++) {
    total += weight[u]!;
    const length = offset[u + 1]! - offset[u]!;
    if (length === 0) blank += weight[u]!;
    if (length < options.length && weight[u]! > 0) complete = false;
  }
  wholeNumber(total, 'the sum of counts');
  return { options, ...entries, ballots: total, blank, complete };
}
