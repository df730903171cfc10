import { MAX_ROWS, type PairKernel } from './pair-kernel.js';
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
      if (Math.floor(p.weight[i]! / bit) % 2 === 0) continue;
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
  fillColumns(p, rows, n, stride, kernel);
  const isStrict = p.complete && p.tied === null;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const above = kernel.above(a * stride, b * stride, stride);
      counts[a * size + b]! += above * worth;
      counts[b * size + a]! += (isStrict ? n - above : kernel.above(b * stride, a * stride, stride)) * worth;
    }
  }
}

function fillColumns({ options, order, tied, offset, complete }: Profile, rows: Uint32Array, n: number, stride: number, { memory, unranked }: PairKernel): void {
  const size = options.length;
  if (!complete) memory.fill(unranked, 0, size * stride);
  // Rows of padding tie everywhere.
  for (let c = 0; c < size; c++) memory.fill(0, c * stride + n, (c + 1) * stride);
  for (let row = 0; row < n; row++) {
    const from = offset[rows[row]!]!;
    const length = offset[rows[row]! + 1]! - from;
    if (tied === null) {
      for (let rank = 0; rank < length; rank++) memory[order[from + rank]! * stride + row] = rank;
      continue;
    }
    let rank = -1;
    for (let x = from; x < from + length; x++) {
      if (tied[x] === 0) rank++;
      memory[order[x]! * stride + row] = rank;
    }
  }
}
