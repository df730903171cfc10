import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cutRanking } from './cut-ranking.js';
import { drawLots, lotSeed } from './draw-lots.js';
import { sha256 } from './sha256.js';

describe('sha256', () => {
  it.each(['', 'abc', 'тегерек — 🟡', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'a'.repeat(1000)])('agrees with the platform (%#)', (text) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});

describe('the lot', () => {
  const seed = lotSeed('0f'.repeat(32), [7, 41, 3]);

  it('can be recomputed: sorted by the hash of seed and option', () => {
    const r = drawLots(seed, ['a', 'b', 'c']);
    for (const s of r.steps) expect(s.key).toBe(createHash('sha256').update(`tegerek/lot/1\n${seed}\n${s.option}`).digest('hex'));
    expect(r.steps.map((s) => s.key)).toEqual(r.steps.map((s) => s.key).sort());
    expect(drawLots(seed, ['c', 'b', 'a']).lots).toEqual(r.lots);
  });

  it('depends on every number called out', () => {
    const options = [...'abcdefgh'];
    const orders = [[7, 41, 3], [8, 41, 3], [7, 42, 3], [7, 41, 4]].map((n) => drawLots(lotSeed('00', n), options).lots.join(''));
    expect(new Set(orders).size).toBe(4);
  });
});

describe('cutRanking', () => {
  const lots = [...'dcba'];

  it('breaks nothing where the cut falls between places', () => {
    expect(cutRanking([['a'], ['b', 'c'], ['d']], 3, { lots })).toMatchObject({ selected: ['a', 'b', 'c'], steps: [] });
  });

  it('asks groups, weakest group, head-to-head and lot in this order', () => {
    const tied = [['a', 'b', 'c']];
    const pairwise = { a: { b: 3, c: 3 }, b: { a: 2, c: 3 }, c: { a: 2, b: 2 } };
    const weakestShare = { a: { num: 1, den: 3 }, b: { num: 2, den: 6 }, c: { num: 1, den: 4 } };
    expect(cutRanking(tied, 1, { lots, pairwise, weakestShare, groupsMeetingFloor: { a: 2, b: 2, c: 3 } }).steps).toEqual([{ step: 'tie-break', by: 'groups-meeting-floor', between: ['a', 'b', 'c'], chosen: 'c' }]);
    expect(cutRanking([['b', 'c', 'a']], 1, { lots, pairwise, weakestShare }).steps[0]).toMatchObject({ by: 'head-to-head', chosen: 'a' });
    expect(cutRanking(tied, 1, { lots, weakestShare: { ...weakestShare, b: { num: 1, den: 2 } } }).steps[0]).toMatchObject({ by: 'weakest-group-share', chosen: 'b' });
    expect(cutRanking(tied, 2, { lots })).toMatchObject({ selected: ['c', 'b'], steps: [{ by: 'lot', chosen: 'c' }, { by: 'lot', chosen: 'b' }] });
  });

  it('passes over a head-to-head that is a cycle', () => {
    const pairwise = { a: { b: 2, c: 1 }, b: { a: 1, c: 2 }, c: { a: 2, b: 1 } };
    expect(cutRanking([['a', 'b', 'c']], 1, { lots, pairwise }).steps[0]).toMatchObject({ by: 'lot', chosen: 'c' });
  });
});
