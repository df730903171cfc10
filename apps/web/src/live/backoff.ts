const FIRST_MS = 300;
const MOST_MS = 15_000;

/** Full jitter: a random wait of 0 … min(15 s, 0.3 s · 2^attempt), so that a hall's phones do not come back together. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(random() * ceiling);
}
