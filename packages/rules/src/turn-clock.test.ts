import { describe, expect, it } from '@jest/globals';
import { spentOf, turnClock } from './turn-clock.js';

const turn = { startedAt: 1_000_000, limitMs: 180_000, pausedAt: null, pausedMs: 0 };
const at = (ms: number) => turn.startedAt + ms;

describe('turnClock', () => {
  it.each([[0, 180_000, 'running'], [149_999, 30_001, 'running'], [150_000, 30_000, 'warn'], [179_999, 1, 'warn'], [180_000, 0, 'over'], [200_000, -20_000, 'over']])('after %s ms leaves %s: %s', (ms, leftMs, stage) => {
    expect(turnClock(turn, at(ms))).toEqual({ spentMs: ms, leftMs, stage, isPaused: false });
  });

  it('stands while it is paused, whatever the clock says', () => {
    const paused = { ...turn, pausedAt: at(60_000) };
    for (const ms of [60_000, 90_000, 9_000_000]) expect(turnClock(paused, at(ms))).toEqual({ spentMs: 60_000, leftMs: 120_000, stage: 'running', isPaused: true });
  });

  it('goes on where it stood: pauses are not spoken', () => {
    expect(spentOf({ ...turn, pausedMs: 45_000 }, at(100_000))).toBe(55_000);
    expect(spentOf({ ...turn, pausedMs: 45_000, pausedAt: at(100_000) }, at(500_000))).toBe(55_000);
  });

  it('is never negative, though a device’s clock is behind', () => {
    expect(spentOf(turn, at(-5_000))).toBe(0);
  });
});
