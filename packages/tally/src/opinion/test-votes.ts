import type { Opinion, VoteRow } from './votes.js';

/** One fixed seed, and one drawn anew in each run (printed in the test's title). */
export const SEEDS = [20240401, Math.floor(Math.random() * 2 ** 31)];

/** Invented votes from a number: up to 30 people × 8 statements, each vote cast once or not at all. */
export function rowsOf(seed: number): VoteRow[] {
  let state = seed | 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    const t = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((t ^ (t >>> 14)) >>> 8) % n;
  };
  const [people, statements] = [1 + below(30), 1 + below(8)];
  const choices: readonly (Opinion | null)[] = [-1, 0, 1, 1, null];
  return Array.from({ length: people * statements }, (_, i) => i).flatMap((i) => {
    const vote = choices[below(choices.length)]!;
    return vote === null ? [] : [{ participant: `${Math.floor(i / statements)}`, statement: `${i % statements}`, vote }];
  });
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
