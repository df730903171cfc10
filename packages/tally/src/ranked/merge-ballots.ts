import type { Entries } from './profile.js';

/** For each ballot the first ballot with the same ranking, by open addressing over a hash of the entries. */
function uniqueRankings(entries: Entries): { first: Uint32Array; slotOf: Uint32Array } {
  const n = entries.weight.length;
  let capacity = 4;
  while (capacity < n * 2) capacity <<= 1;
  const slots = new Int32Array(capacity).fill(-1);
  const hashes = new Int32Array(n);
  const first = new Uint32Array(n);
  const slotOf = new Uint32Array(n);
  let unique = 0;
  for (let i = 0; i < n; i++) {
    const h = hashOf(entries, i);
    let s = h & (capacity - 1);
    let u = slots[s]!;
    while (u >= 0 && !(hashes[u] === h && sameRanking(entries, first[u]!, i))) {
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

function sameRanking({ order, tied, offset }: Entries, i: number, j: number): boolean {
  const a = offset[i]!;
  const b = offset[j]!;
  const length = offset[i + 1]! - a;
  if (offset[j + 1]! - b !== length) return false;
  for (let k = 0; k < length; k++) if (order[a + k] !== order[b + k] || (tied !== null && tied[a + k] !== tied[b + k])) return false;
  return true;
}

/** Ballots looked at to decide whether compression pays. */
const SAMPLE = 512;

/** Nearly all rankings of a sample differ: looking for equal ones would cost more than it saves. */
export function isDiverse(entries: Entries): boolean {
  const n = entries.weight.length;
  if (n < 4 * SAMPLE) return false;
  const seen = new Set<number>();
  const stride = Math.floor(n / SAMPLE);
  for (let k = 0; k < SAMPLE; k++) seen.add(hashOf(entries, k * stride));
  return seen.size > 0.8 * SAMPLE;
}

function hashOf({ order, tied, offset }: Entries, i: number): number {
  const from = offset[i]!;
  const end = offset[i + 1]!;
  let h = 0x811c9dc5 ^ (end - from);
  for (let k = from; k < end; k++) h = Math.imul(h ^ (order[k]! * 2 + (tied === null ? 0 : tied[k]!)), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** Each unique ranking once, with the sum of its counts. */
export function merged(entries: Entries): Entries {
  const { first, slotOf } = uniqueRankings(entries);
  const weight = new Float64Array(first.length);
  for (let i = 0; i < slotOf.length; i++) weight[slotOf[i]!]! += entries.weight[i]!;
  const offset = new Uint32Array(first.length + 1);
  for (let u = 0; u < first.length; u++) offset[u + 1] = offset[u]! + entries.offset[first[u]! + 1]! - entries.offset[first[u]!]!;
  const order = new Uint16Array(offset[first.length]!);
  const tied = entries.tied === null ? null : new Uint8Array(order.length);
  for (let u = 0; u < first.length; u++) {
    const [from, end] = [entries.offset[first[u]!]!, entries.offset[first[u]! + 1]!];
    order.set(entries.order.subarray(from, end), offset[u]!);
    tied?.set(entries.tied!.subarray(from, end), offset[u]!);
  }
  return { order, tied, offset, weight };
}
