import { describe, expect, it } from '@jest/globals';
import { Rate } from './rate.js';

describe('Rate', () => {
  it('allows the burst, then the sustained rate, per key', () => {
    const rate = new Rate();
    const limit = { perMinute: 60, burst: 3 };
    expect([0, 0, 0, 0].map((now) => rate.take('a', limit, now))).toEqual([0, 0, 0, 1_000]);
    expect(rate.take('b', limit, 0)).toBe(0);
    expect(rate.take('a', limit, 999)).toBeGreaterThan(0);
    expect(rate.take('a', limit, 1_000)).toBe(0);
  });
});
