import { TallyInputError } from '../errors.js';
import type { Profile } from '../ranked/profile.js';

/**
 * A shared place in a Meek ballot: `split` = each candidate of the place gets an equal part, and what they do not keep
 * goes on below the place; `equalize` = the ballot stands for every strict order, in equal parts; `exhaust` = it ends there.
 */
export type MeekEqualRanks = 'split' | 'equalize' | 'exhaust';

/** Flat ballots. `end[x]` = 1 at the last entry of a place. `orders[i]` = strict orders that share the worth of the paper. */
export interface MeekBallots {
  readonly size: number;
  readonly order: ArrayLike<number>;
  readonly end: Uint8Array | null;
  readonly offset: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
  readonly orders: ArrayLike<number> | null;
}

const UNIT = 1e9;
const MAX_ORDERS = 5040;

/** Brings the ballots of a profile into the form that `spread` counts. */
export function meekBallots(p: Profile, equalRanks: MeekEqualRanks): MeekBallots {
  const size = p.options.length;
  if (p.tied === null) return { size, order: p.order, end: null, offset: p.offset, weight: p.weight, orders: null };
  if (equalRanks === 'split') {
    const end = Uint8Array.from(p.order, (_, x) => (p.tied![x + 1] === 1 ? 0 : 1));
    for (const o of p.offset) if (o > 0) end[o - 1] = 1;
    return { size, order: p.order, end, offset: p.offset, weight: p.weight, orders: null };
  }
  const order: number[] = [];
  const offset = [0];
  const weight: number[] = [];
  const sharing: number[] = [];
  for (let i = 0; i < p.weight.length; i++) {
    const places = placesOf(p, i);
    const orders = equalRanks === 'equalize' ? strictOrders(places) : [places.slice(0, firstShared(places)).flat()];
    for (const strict of orders) {
      order.push(...strict);
      offset.push(order.length);
      weight.push(p.weight[i]!);
      sharing.push(orders.length);
    }
  }
  return { size, order: Uint16Array.from(order), end: null, offset, weight, orders: sharing };
}

function placesOf(p: Profile, i: number): number[][] {
  const places: number[][] = [];
  for (let x = p.offset[i]!; x < p.offset[i + 1]!; x++) {
    if (p.tied![x] === 1) places.at(-1)!.push(p.order[x]!);
    else places.push([p.order[x]!]);
  }
  return places;
}

const firstShared = (places: readonly number[][]): number => {
  const at = places.findIndex((place) => place.length > 1);
  return at < 0 ? places.length : at;
};

function permutations(list: readonly number[]): number[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, i) => permutations(list.filter((_, k) => k !== i)).map((rest) => [first, ...rest]));
}

function strictOrders(places: readonly number[][]): number[][] {
  const expected = places.reduce((n, place) => n * place.reduce((f, _, k) => f * (k + 1), 1), 1);
  if (expected > MAX_ORDERS) throw new TallyInputError('meek.too-many-orders', 'a ballot with so many equal ranks cannot be equalized: choose equalRanks=split');
  let orders: number[][] = [[]];
  for (const place of places) orders = orders.flatMap((head) => permutations(place).map((tail) => [...head, ...tail]));
  return orders;
}

/** ceil(a · b / 10^9) for a, b in 0..10^9, exact: the double is off by at most one, which the remainder modulo 2^32 shows. */
export function mulUp(a: number, b: number): number {
  const guess = Math.ceil((a * b) / UNIT);
  const over = (Math.imul(guess, UNIT) - Math.imul(a, b)) | 0;
  return over < 0 ? guess + 1 : over >= UNIT ? guess - 1 : guess;
}

/** Votes of every candidate for the given keep factors (units of 10^-9). */
export function spread(b: MeekBallots, keep: Float64Array): Float64Array {
  return b.end === null ? spreadStrict(b, keep) : spreadPlaces(b, b.end, keep);
}

function spreadStrict(b: MeekBallots, keep: Float64Array): Float64Array {
  const votes = new Float64Array(b.size);
  const { order, offset, weight, orders } = b;
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i]!;
    const share = orders === null ? 1 : orders[i]!;
    let rest = UNIT;
    for (let x = offset[i]!, to = offset[i + 1]!; x < to && rest > 0; x++) {
      const o = order[x]!;
      const k = keep[o]!;
      if (k === 0) continue;
      const kept = k === UNIT ? rest : mulUp(rest, k);
      // The share of one strict order is cut to nine places, as published for this reading.
      votes[o]! += (share === 1 ? kept : Math.floor(kept / share)) * w;
      rest -= kept;
    }
  }
  return votes;
}

function spreadPlaces(b: MeekBallots, end: Uint8Array, keep: Float64Array): Float64Array {
  const votes = new Float64Array(b.size);
  const { order, offset, weight } = b;
  for (let i = 0; i < weight.length; i++) {
    let rest = UNIT;
    for (let x = offset[i]!, to = offset[i + 1]!; x < to && rest > 0;) {
      let stop = x;
      let standing = 0;
      for (; ; stop++) {
        if (keep[order[stop]!]! > 0) standing++;
        if (end[stop] === 1) break;
      }
      const each = standing === 0 ? 0 : Math.floor(rest / standing);
      for (; x <= stop; x++) {
        const k = keep[order[x]!]!;
        if (k === 0) continue;
        const kept = mulUp(each, k);
        votes[order[x]!]! += kept * weight[i]!;
        rest -= kept;
      }
    }
  }
  return votes;
}
