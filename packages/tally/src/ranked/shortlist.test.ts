import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainReport } from '../explain/shortlist.js';
import { drawLots } from '../ties/draw-lots.js';
import { rankingReport } from './ranking-report.js';
import type { RankedBallot } from './profile.js';
import { shortlist } from './shortlist.js';

const ballot = (group: string, order: string, count = 1): RankedBallot => ({ group, count, ranking: [...order].map((option) => [option]) });
const list = (ballots: readonly RankedBallot[], seats: number, lots?: string[]) => {
  const options = [...new Set(ballots.flatMap((each) => each.ranking.flat()))].sort();
  const groups = [...new Set(ballots.map((each) => each.group!))].sort();
  const { ranking } = rankingReport({ options, ballots, groups }, null);
  return shortlist({ options, ballots, groups, ranking, seats, ...(lots ? { lots } : {}) });
};

describe('a proportional shortlist', () => {
  it('a large group does not take every place: 40 for a, b and 20 for c give c one of three', () => {
    const r = list([ballot('big', 'ab', 20), ballot('big', 'ba', 20), ballot('small', 'c', 20)], 3);
    expect([...r.selected].sort()).toEqual(['a', 'b', 'c']);
    expect(r).toMatchObject({ needsLot: null, startBudget: '1/20', supporters: { a: 40, b: 40, c: 20 } });
  });

  it('supports are the first so many places only', () => {
    const r = list([ballot('x', 'abc', 5), ballot('y', 'acb', 5)], 2);
    expect(r.supporters).toEqual({ a: 10, b: 5, c: 5 });
  });

  it('breaks a tie by the policy, rule after rule, and names the rule', () => {
    const more = list([ballot('x', 'ab', 3), ballot('y', 'ac', 3), ballot('z', 'bc', 1), ballot('z', 'db', 1), ballot('z', 'dc', 1)], 1);
    expect(more.steps[0]).toMatchObject({ add: 'a' });
    const weakest = list([ballot('x', 'a', 2), ballot('x', 'b', 2), ballot('y', 'a', 2), ballot('y', 'b', 1), ballot('x', 'b', 1)], 1);
    expect(weakest.steps[0]?.tiedWith === undefined || weakest.steps[0]?.by !== 'lot').toBe(true);
    const even = list([ballot('x', 'ab'), ballot('x', 'ba'), ballot('y', 'ab'), ballot('y', 'ba')], 1);
    expect(even).toMatchObject({ selected: [], needsLot: ['a', 'b'] });
  });

  it('stops where only a lot can go on, and the public lot takes it to its end', () => {
    const ballots = [ballot('x', 'abc'), ballot('y', 'bca'), ballot('z', 'cab')];
    const r = list(ballots, 1);
    expect(r).toMatchObject({ selected: [], needsLot: ['a', 'b', 'c'] });
    const { lots } = drawLots('seed', ['a', 'b', 'c']);
    expect(list(ballots, 1, [...lots])).toMatchObject({ selected: [lots[0]], needsLot: null, steps: [{ by: 'lot' }] });
  });

  it('nobody’s option never enters, and no ballots give no list', () => {
    expect(list([ballot('x', 'a', 3)], 1).selected).toEqual(['a']);
    const r = shortlist({ options: ['a', 'b'], ballots: [], groups: ['x'], ranking: [['a', 'b']], seats: 1 });
    expect(r).toMatchObject({ selected: [], needsLot: null });
  });

  it('is the same whatever the order of ballots and options, and explains itself in three languages', () => {
    const arbitrary = fc.array(fc.record({ group: fc.constantFrom('x', 'y', 'z'), order: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(arbitrary, fc.integer({ min: 1, max: 4 }), (raw, seats) => {
      const options = ['a', 'b', 'c', 'd', 'e'];
      const ballots = raw.map(({ group, order }) => ballot(group, order.join('')));
      const count = (o: string[], b: readonly RankedBallot[]) => rankingReport({ options: o, ballots: b, groups: ['x', 'y', 'z'] }, seats);
      const [one, other] = [count(options, ballots), count([...options].reverse(), [...ballots].reverse())];
      expect(other.shortlist?.needsLot === null).toBe(one.shortlist?.needsLot === null);
      if (one.shortlist?.needsLot === null) expect([...(other.shortlist?.selected ?? [])].sort()).toEqual([...one.shortlist.selected].sort());
      expect(other.bridge?.points).toEqual(one.bridge?.points);
      expect(JSON.stringify(one)).not.toMatch(/\d\.\d/u);
      for (const locale of ['ru', 'ky', 'en'] as const) {
        const words = explainReport(one, null, locale, { a: 'А', b: 'Б', c: 'В', d: 'Г', e: 'Д' }, { x: 'X', y: 'Y', z: 'Z' });
        for (const sentences of [words.ranking, words.shortlist]) {
          expect(sentences.length).toBeGreaterThanOrEqual(3);
          expect(sentences.join(' ')).not.toMatch(/[{}]|undefined|NaN/u);
        }
      }
    }), { numRuns: 60 });
  });
});
