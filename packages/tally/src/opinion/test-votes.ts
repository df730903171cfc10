import fc from 'fast-check';
import type { Opinion, VoteRow } from './votes.js';

/** One fixed seed, and one drawn anew in each run (printed in the test's title). */
export const SEEDS = [20240401, Math.floor(Math.random() * 2 ** 31)];

/** Up to 30 people × 8 statements, each vote cast once or not at all. */
export function arbitraryRows(): fc.Arbitrary<VoteRow[]> {
  return fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 8 })).chain(([people, statements]) =>
    fc.array(fc.constantFrom<Opinion | null>(-1, 0, 1, 1, null), { minLength: people * statements, maxLength: people * statements }).map((cells) =>
      cells.flatMap((vote, i) => (vote === null ? [] : [{ participant: `${Math.floor(i / statements)}`, statement: `${i % statements}`, vote }]))));
}

/** `camps` groups of `size` people on `statements` statements; each camp has its own view, one vote in `noise` is turned round. */
export function campRows(camps: number, size: number, statements: number, noise = 13): VoteRow[] {
  const rows: VoteRow[] = [];
  for (let p = 0; p < camps * size; p++) {
    for (let s = 0; s < statements; s++) {
      const view = (Math.imul(Math.floor(p / size) * 64 + s + 1, 0x9e3779b1) >>> 24) % 2 === 0 ? 1 : -1;
      rows.push({ participant: `${p}`, statement: `${s}`, vote: ((p * 31 + s * 17) % noise === 0 ? -view : view) as Opinion });
    }
  }
  return rows;
}
