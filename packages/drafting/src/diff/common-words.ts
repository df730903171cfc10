/** [index in the first list, index in the second] of words that are kept, both rising. */
export type Pair = readonly [number, number];

/**
 * A longest common subsequence of two lists of integers by bit vectors: exact, n·m/32 steps and n·m bits of memory.
 * Source: H. Hyyrö, Bit-parallel LCS-length computation revisited (AWOCA 2004); the way back as in Crochemore et al. (2001).
 */
export function longestCommon(first: readonly number[], second: readonly number[]): Pair[] {
  const width = Math.ceil(first.length / 32);
  const places = masks(first, width);
  const rows: Uint32Array[] = [];
  let row = new Uint32Array(width).fill(0xffffffff);
  for (const value of second) {
    row = nextRow(row, places.get(value));
    rows.push(row);
  }
  return wayBack(rows, first.length);
}

function masks(values: readonly number[], width: number): Map<number, Uint32Array> {
  const places = new Map<number, Uint32Array>();
  values.forEach((value, at) => {
    const mask = places.get(value) ?? new Uint32Array(width);
    mask[at >>> 5]! |= 1 << (at & 31);
    places.set(value, mask);
  });
  return places;
}

/** V' = (V + (V & M)) | (V & ~M) over all the words of the vector, with the carry. */
function nextRow(row: Uint32Array<ArrayBuffer>, mask: Uint32Array | undefined): Uint32Array<ArrayBuffer> {
  if (mask === undefined) return row;
  const next = new Uint32Array(row.length);
  let carry = 0;
  for (let i = 0; i < row.length; i++) {
    const [v, m] = [row[i]!, mask[i]!];
    const sum = v + ((v & m) >>> 0) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    next[i] = sum | (v & ~m);
  }
  return next;
}

/** A zero bit says that the common part grows there; where the row above has it too, the second list's word was not needed. */
function wayBack(rows: readonly Uint32Array[], length: number): Pair[] {
  const isZero = (j: number, i: number): boolean => ((rows[j]![i >>> 5]! >>> (i & 31)) & 1) === 0;
  const pairs: Pair[] = [];
  let [i, j] = [length - 1, rows.length - 1];
  while (i >= 0 && j >= 0) {
    if (!isZero(j, i)) i--;
    else if (j > 0 && isZero(j - 1, i)) j--;
    else pairs.push([i--, j--]);
  }
  return pairs.reverse();
}
