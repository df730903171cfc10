import { TallyInputError } from '../errors.js';
import type { Profile } from './profile.js';

/** What a shared place is worth: split among its continuing options, end of the ballot, or passed over. */
export type EqualRanks = 'split' | 'exhaust' | 'skip';

/** Tallies are integers: votes times `scale`. */
export interface Counter {
  readonly scale: number;
  /** votes of each continuing option when only those with alive[o] = 1 stand */
  count(alive: Uint8Array): Float64Array;
}

function lcmUpTo(n: number): number {
  let out = 1;
  for (let k = 2; k <= n; k++) {
    let [a, b] = [out, k];
    while (b !== 0) [a, b] = [b, a % b];
    out = (out / a) * k;
  }
  return out;
}

function widestPlace(p: Profile): number {
  let widest = 1;
  for (let x = 0, run = 1; x < p.order.length; x++) {
    run = p.tied![x] === 1 ? run + 1 : 1;
    if (run > widest) widest = run;
  }
  return widest;
}

/** Counts every ballot anew. Throws `TallyInputError` when splitting would not stay exact. */
export function makeCounter(profile: Profile, equalRanks: EqualRanks): Counter {
  const { order, tied, offset, weight } = profile;
  const scale = tied !== null && equalRanks === 'split' ? lcmUpTo(widestPlace(profile)) : 1;
  if (scale * profile.ballots > Number.MAX_SAFE_INTEGER) {
    throw new TallyInputError('irv.place-too-wide', 'a place is shared by too many candidates to split votes exactly: choose equalRanks=exhaust or skip');
  }
  const giveTo = (votes: Float64Array, alive: Uint8Array, i: number): void => {
    const end = offset[i + 1]!;
    for (let x = offset[i]!; x < end;) {
      let to = x + 1;
      let standing = alive[order[x]!]!;
      while (tied !== null && to < end && tied[to] === 1) standing += alive[order[to++]!]!;
      if (to - x > 1 && equalRanks === 'exhaust') return;
      if (standing > 0 && (to - x === 1 || equalRanks === 'split')) {
        for (; x < to; x++) if (alive[order[x]!] === 1) votes[order[x]!]! += (weight[i]! * scale) / standing;
        return;
      }
      x = to;
    }
  };
  return {
    scale,
    count(alive) {
      const votes = new Float64Array(profile.options.length);
      for (let i = 0; i < weight.length; i++) giveTo(votes, alive, i);
      return votes;
    },
  };
}

/**
 * Every ballot's current option. An elimination is one pass over these small numbers in ballot order, which memory
 * likes better than following piles. Strict rankings only.
 */
export class Piles {
  readonly votes: Float64Array;
  private readonly top: Int16Array;
  private readonly at: Uint32Array;

  constructor(private readonly p: Profile) {
    const n = p.weight.length;
    this.votes = new Float64Array(p.options.length);
    this.top = new Int16Array(n).fill(-1);
    this.at = p.offset.slice(0, n);
    for (let i = 0; i < n; i++) if (p.offset[i]! < p.offset[i + 1]!) this.put(i, p.order[p.offset[i]!]!);
  }
  private put(i: number, o: number): void {
    this.top[i] = o;
    this.votes[o]! += this.p.weight[i]!;
  }
  /** Hands the ballots of `o` on to their next standing options. */
  drop(o: number, alive: Uint8Array): void {
    const { order, offset } = this.p;
    const { top, at } = this;
    this.votes[o] = 0;
    for (let i = 0; i < top.length; i++) {
      if (top[i] !== o) continue;
      const end = offset[i + 1]!;
      let x = at[i]! + 1;
      while (x < end && alive[order[x]!] === 0) x++;
      at[i] = x;
      top[i] = -1;
      if (x < end) this.put(i, order[x]!);
    }
  }
}
