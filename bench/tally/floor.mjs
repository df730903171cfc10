// The floor: the pairwise table alone, from ranks that already lie in columns. C where there is a compiler, else JavaScript.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** columns[c * n + i] = rank of candidate c on ballot i. */
export function columnsOf(rankings, size) {
  const n = rankings.length;
  const columns = new Uint8Array(n * size);
  rankings.forEach((order, i) => order.forEach((c, rank) => { columns[c * n + i] = rank; }));
  return columns;
}

function plainKernel(columns, n, size) {
  let best = Infinity;
  let check = 0;
  for (let rep = 0; rep < 5; rep++) {
    const start = performance.now();
    check = 0;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        let above = 0;
        for (let i = 0, x = a * n, y = b * n; i < n; i++) above += columns[x + i] < columns[y + i] ? 1 : 0;
        check += above * (a + 1);
      }
    }
    best = Math.min(best, performance.now() - start);
  }
  return { ms: best, check, label: 'plain column kernel in JavaScript (no C compiler here)' };
}

/** Best of several runs, in ms; `check` = Σ (a+1)·above(a,b) over a < b. */
export function pairwiseFloor(rankings, size) {
  const columns = columnsOf(rankings, size);
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  try {
    const binary = join(folder, 'pairwise');
    const source = fileURLToPath(new URL('./pairwise.c', import.meta.url));
    if (spawnSync('cc', ['-O3', '-march=native', '-o', binary, source]).status !== 0) return plainKernel(columns, rankings.length, size);
    const [ms, check] = execFileSync(binary, [String(rankings.length), String(size)], { input: columns, encoding: 'utf8', maxBuffer: 1 << 20 }).trim().split(' ').map(Number);
    return { ms, check, label: 'C kernel, cc -O3 -march=native' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
