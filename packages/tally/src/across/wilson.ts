/** Bounds of a share, 0..1, for display. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** z of a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * Wilson score interval of k of n (E. B. Wilson, 1927), rounded to six decimals; 0..1 when n = 0. Display only.
 */
export function wilson(k: number, n: number, z: number = Z95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = k / n;
  const zz = z * z;
  const middle = p + zz / (2 * n);
  const half = z * Math.sqrt((p * (1 - p) + zz / (4 * n)) / n);
  const round = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1e6) / 1e6;
  return { low: round((middle - half) / (1 + zz / n)), high: round((middle + half) / (1 + zz / n)) };
}
