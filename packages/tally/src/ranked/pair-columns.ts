import { MAX_ROWS, SHARES, type PairKernel } from './pair-kernel.js';
import type { Profile } from './profile.js';

/**
 * The pairwise table from columns of ranks, one byte per ballot, unranked options below all others. Ballots are laid out
 * in blocks that stay in the cache and that no counter can overflow in; weights are counted bit by bit (a ranking of
 * weight 5 stands in the rows of 1 and of 4), so the table is exact up to 2^53. At most `kernel.unranked` options.
 */
export function countByColumns(p: Profile, kernel: PairKernel): Float64Array {
  const counts = new Float64Array(p.options.length ** 2);
  const rows = new Uint32Array(MAX_ROWS);
  let heaviest = 0;
  for (let i = 0; i < p.weight.length; i++) if (p.weight[i]! > heaviest) heaviest = p.weight[i]!;
  for (let bit = 1; bit <= heaviest; bit *= 2) {
    let filled = 0;
    for (let i = 0; i < p.weight.length; i++) {
      const w = p.weight[i]!;
      if (w !== bit && Math.floor(w / bit) % 2 === 0) continue;
      rows[filled++] = i;
      if (filled < MAX_ROWS) continue;
      countBlock(p, rows, filled, kernel, bit, counts);
      filled = 0;
    }
    if (filled > 0) countBlock(p, rows, filled, kernel, bit, counts);
  }
  return counts;
}

/** Adds `worth` for each of the first `n` rows to every pair that it decides. */
function countBlock(p: Profile, rows: Uint32Array, n: number, kernel: PairKernel, worth: number, counts: Float64Array): void {
  const size = p.options.length;
  const stride = (n + 15) & ~15;
  const { columns } = kernel;
  if (!p.complete) columns.fill(kernel.unranked, 0, size * stride);
  // Rows of padding tie everywhere.
  for (let c = 0; c < size; c++) columns.fill(0, c * stride + n, (c + 1) * stride);
  gather(p, rows, n, kernel);
  kernel.spread(n, stride);
  const isStrict = p.complete && p.tied === null;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const above = kernel.above(a * stride, b * stride, stride);
      counts[a * size + b]! += above * worth;
      counts[b * size + a]! += (isStrict ? n - above : kernel.above(b * stride, a * stride, stride)) * worth;
    }
  }
}

/** The entries of the first `n` rows: of neighbours without shared places in one copy. */
function gather({ order, tied, offset }: Profile, rows: Uint32Array, n: number, { entries, ends }: PairKernel): void {
  const first = rows[0]!;
  if (tied === null && rows[n - 1]! - first === n - 1) {
    const start = offset[first]!;
    entries.set(order.subarray(start, offset[first + n]));
    for (let row = 0; row < n; row++) ends[row] = offset[first + row + 1]! - start;
    return;
  }
  for (let row = 0, filled = 0; row < n; row++) {
    const end = offset[rows[row]! + 1]!;
    for (let x = offset[rows[row]!]!; x < end; x++) entries[filled++] = order[x]! | (tied?.[x] === 1 ? SHARES : 0);
    ends[row] = filled;
  }
}
