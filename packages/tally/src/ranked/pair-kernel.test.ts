import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, rankedBallots } from '../test-properties.js';
import { countByColumns } from './pair-columns.js';
import { MAX_ROWS, kernelBytes, makeSimdKernel, makeWordKernel, type PairKernel, type WebAssemblyLike } from './pair-kernel.js';
import { countByBallots, pairwise } from './pairwise.js';
import { makeProfile, type Profile } from './profile.js';

const simd = makeSimdKernel()!;
const kernels: readonly (readonly [string, PairKernel])[] = [['WebAssembly', simd], ['JavaScript', makeWordKernel()]];
const OPTIONS = Array.from({ length: 9 }, (_, i) => `o${i}`);

/** Ballots in an order of their own each (a seeded shuffle), so that none are merged, with weights of 1 to 3. */
function many(size: number, n: number, length: (i: number) => number): Profile {
  const options = Array.from({ length: size }, (_, i) => `o${i}`);
  let seed = 7;
  const ballots = Array.from({ length: n }, (_, i) => {
    const order = [...options];
    for (let k = size - 1; k > 0; k--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const other = (seed >>> 8) % (k + 1);
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    return { ranking: order.slice(0, length(i)).map((o) => [o]), count: 1 + (i % 3) };
  });
  return makeProfile(options, ballots);
}

describe('the module', () => {
  it('is accepted by the engine that runs the tests', () => {
    expect(simd).not.toBeNull();
    expect(kernelBytes().length).toBeLessThan(300);
  });

  it.each([
    ['there is no WebAssembly', undefined],
    ['a Content-Security-Policy forbids it', { Module: class { constructor() { throw new Error('CSP'); } }, Instance: class { readonly exports = {}; } }],
  ] as [string, WebAssemblyLike | undefined][])('is done without where %s', (_, wasm) => {
    const found = wasm === undefined ? withoutWebAssembly(() => makeSimdKernel()) : makeSimdKernel(wasm);
    expect(found).toBeNull();
  });
});

function withoutWebAssembly<T>(run: () => T): T {
  const holder = globalThis as { WebAssembly?: unknown };
  const kept = holder.WebAssembly;
  holder.WebAssembly = undefined;
  try {
    return run();
  } finally {
    holder.WebAssembly = kept;
  }
}

describe.each(kernels)('the kernel in %s', (_, kernel) => {
  it('compares bytes as numbers without sign, at every length', () => {
    holds(fc.array(fc.tuple(fc.integer({ min: 0, max: kernel.unranked }), fc.integer({ min: 0, max: kernel.unranked })), { minLength: 1, maxLength: 200 }), (rows) => {
      const length = (rows.length + 15) & ~15;
      kernel.columns.fill(0, 0, 2 * length);
      rows.forEach(([a, b], i) => { kernel.columns[i] = a; kernel.columns[length + i] = b; });
      expect(kernel.above(0, length, length)).toBe(rows.filter(([a, b]) => a < b).length);
    });
  });

  it('does not overflow when every row of a full block counts', () => {
    kernel.columns.fill(0, 0, MAX_ROWS).fill(kernel.unranked, MAX_ROWS, 2 * MAX_ROWS);
    expect(kernel.above(0, MAX_ROWS, MAX_ROWS)).toBe(MAX_ROWS);
    expect(kernel.above(MAX_ROWS, 0, MAX_ROWS)).toBe(0);
  });

  it('gives the table that counting ballot by ballot gives: shared places, unranked options, weights', () => {
    holds(rankedBallots(false, OPTIONS), (ballots) => {
      const profile = makeProfile(OPTIONS, ballots.map((b, i) => ({ ...b, count: i === 0 ? 2 ** 40 + b.count! : b.count! })));
      expect([...countByColumns(profile, kernel)]).toEqual([...countByBallots(profile, 'last')]);
    });
  });

  it.each([
    ['complete ballots over several blocks', many(12, 2 * MAX_ROWS + 5, () => 12)],
    ['truncated and blank ballots', many(40, 1000, (i) => i % 40)],
    ['the most options that its bytes tell apart', many(kernel.unranked, 200, (i) => (i % 5 === 0 ? kernel.unranked : i))],
  ])('%s', (__, profile) => {
    expect([...countByColumns(profile, kernel)]).toEqual([...countByBallots(profile, 'last')]);
  });
});

it('pairwise() agrees on either side of the limits of the columns', () => {
  for (const profile of [many(20, 3000, () => 20), many(255, 300, (i) => i % 256), many(256, 300, () => 256)]) {
    expect([...pairwise(profile, 'last').counts]).toEqual([...countByBallots(profile, 'last')]);
    expect([...pairwise(profile, 'ignore').counts]).toEqual([...countByBallots(profile, 'ignore')]);
  }
});
