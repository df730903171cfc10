import { TallyInputError, wholeNumber } from '../errors.js';
import { makeLookup, slotOf, slotOfOne, type Lookup } from './lookup.js';
import type { Entries, RankedBallot } from './profile.js';

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

/**
 * Reads ballots from the first on into `sheet` while each is of the plain kind: one voter, one option on each place, at
 * most 31 options told apart by one character. Returns how many it read; the caller reads the others, faulty ones too.
 */
function readPlain(ballots: readonly RankedBallot[], { ids, guess, near, far, shortest }: Lookup, { order, offset, weight }: Sheet): number {
  if (near !== far || ids.length > 31 || shortest < near) return 0;
  let end = 0;
  for (let i = 0; i < ballots.length; i++) {
    const { ranking, count } = ballots[i]!;
    if (count !== undefined || end + ids.length > order.length) return i;
    let marks = 0;
    for (let p = 0; p < ranking.length; p++) {
      const place = ranking[p]!;
      const id = place[0]!;
      if (place.length !== 1 || typeof id !== 'string') return i;
      // An id that is too short reads NaN here, which leads to some slot: the comparison decides.
      const c = guess[slotOfOne(id, near)]!;
      if (c < 0 || ids[c] !== id || (marks & (1 << c)) !== 0) return i;
      marks |= 1 << c;
      order[end++] = c;
    }
    weight[i] = 1;
    offset[i + 1] = end;
  }
  return ballots.length;
}

/** Throws `TallyInputError` for an unknown option, one ranked twice, or a faulty count. */
export function readBallots(options: readonly string[], ballots: readonly RankedBallot[]): Entries {
  const lookup = makeLookup(options);
  const sheet = new Sheet(ballots, options.length);
  const { offset, weight } = sheet;
  const { index, ids, guess, near, far, shortest } = lookup;
  const plain = readPlain(ballots, lookup, sheet);
  let order = sheet.order;
  const seen = new Int32Array(options.length).fill(-1);
  let end = offset[plain]!;
  for (let i = plain; i < ballots.length; i++) {
    const { ranking, count = 1 } = ballots[i]!;
    weight[i] = count === 1 ? 1 : wholeNumber(count, `ballots[${i}].count`);
    if (end + options.length > order.length) order = sheet.widen();
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
