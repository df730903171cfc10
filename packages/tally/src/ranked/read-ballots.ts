import { TallyInputError, wholeNumber } from '../errors.js';
import { makeLookup, slotOf, type Lookup } from './lookup.js';
import type { Entries, RankedBallot } from './profile.js';
import { readPlain } from './read-plain.js';

export function faultyEntry(id: unknown, known: boolean, path: string): TallyInputError {
  return known
    ? new TallyInputError('ballot.option-twice', `${path}: "${String(id)}" is ranked twice`, { path })
    : new TallyInputError('ballot.option-unknown', `${path}: no candidate "${String(id)}"`, { path });
}

/** The arrays that grow while ballots are read. A ballot holds every option at most once, which bounds what it can add. */
class Sheet {
  order: Uint16Array;
  tied: Uint8Array | null = null;
  readonly offset: Uint32Array;
  readonly weight: Float64Array;

  constructor(ballots: readonly RankedBallot[], size: number) {
    const sample = Math.min(ballots.length, 64);
    let expected = 16;
    for (let i = 0; i < sample; i++) expected += ballots[i]!.ranking.length;
    this.order = new Uint16Array(Math.ceil((expected * ballots.length * 1.05) / Math.max(1, sample)) + 2 * size);
    this.offset = new Uint32Array(ballots.length + 1);
    this.weight = new Float64Array(ballots.length);
  }
  widen(): Uint16Array {
    const room = Math.ceil(this.order.length * 1.5);
    const order = new Uint16Array(room);
    order.set(this.order);
    if (this.tied !== null) {
      const tied = new Uint8Array(room);
      tied.set(this.tied);
      this.tied = tied;
    }
    return this.order = order;
  }
  tie(at: number): void {
    this.tied ??= new Uint8Array(this.order.length);
    this.tied[at] = 1;
  }
}

/** Throws `TallyInputError` for an unknown option, one ranked twice, or a faulty count. */
export function readBallots(options: readonly string[], ballots: readonly RankedBallot[]): Entries {
  const lookup = makeLookup(options);
  return readPlain(ballots, lookup) ?? readCarefully(ballots, lookup);
}

function readCarefully(ballots: readonly RankedBallot[], { index, ids, guess, near, far, shortest }: Lookup): Entries {
  const sheet = new Sheet(ballots, ids.length);
  const { offset, weight } = sheet;
  let order = sheet.order;
  const seen = new Int32Array(ids.length).fill(-1);
  let end = 0;
  for (let i = 0; i < ballots.length; i++) {
    const { ranking, count = 1 } = ballots[i]!;
    weight[i] = count === 1 ? 1 : wholeNumber(count, `ballots[${i}].count`);
    if (end + ids.length > order.length) order = sheet.widen();
    for (let p = 0; p < ranking.length; p++) {
      const place = ranking[p]!;
      for (let k = 0; k < place.length; k++) {
        const id = place[k]!;
        if (typeof id !== 'string') throw faultyEntry(id, false, `ballots[${i}].ranking[${p}][${k}]`);
        let c = -1;
        if (id.length >= shortest) c = guess[slotOf(id, near, far)]!;
        if (c < 0 || ids[c] !== id) c = index.get(id) ?? -1;
        if (c < 0 || seen[c] === i) throw faultyEntry(id, c >= 0, `ballots[${i}].ranking[${p}][${k}]`);
        seen[c] = i;
        if (k > 0) sheet.tie(end);
        order[end++] = c;
      }
    }
    offset[i + 1] = end;
  }
  return { order: order.subarray(0, end), tied: sheet.tied?.subarray(0, end) ?? null, offset, weight };
}
