import { describe, expect, it } from '@jest/globals';
import { spentOf } from '@tegerek/rules';
import { extendTurn, pauseTurn, resumeTurn } from './pause-turn.js';

const turn = { startedAt: 1_000, limitMs: 60_000, pausedAt: null, pausedMs: 0 };

describe('a pause', () => {
  it('stops the clock once, and lets it go on where it stood', () => {
    const paused = { ...turn, ...pauseTurn(turn, 11_000) };
    expect(pauseTurn(paused, 12_000)).toEqual({ code: 'turn.paused' });
    const again = { ...paused, ...resumeTurn(paused, 31_000) };
    expect(resumeTurn(again, 32_000)).toEqual({ code: 'turn.running' });
    expect(spentOf(again, 36_000)).toBe(15_000);
    const twice = { ...again, ...pauseTurn(again, 36_000) };
    expect(spentOf({ ...twice, ...resumeTurn(twice, 50_000) }, 51_000)).toBe(16_000);
  });

  it('never counts backwards when the clock does', () => {
    expect(pauseTurn(turn, 0)).toEqual({ pausedAt: 1_000 });
    expect(resumeTurn({ ...turn, pausedAt: 5_000 }, 4_000)).toEqual({ pausedAt: null, pausedMs: 0 });
  });
});

describe('a longer turn', () => {
  it('is never a shorter one', () => {
    expect(extendTurn(turn, 120_000)).toEqual({ limitMs: 120_000 });
    for (const limitMs of [60_000, 59_999]) expect(extendTurn(turn, limitMs)).toMatchObject({ code: 'turn.not-longer', path: 'limitMs' });
  });
});
