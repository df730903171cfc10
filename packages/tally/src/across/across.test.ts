import { describe, expect, it } from '@jest/globals';
import { bridge } from './bridge.js';
import { groupBreakdown } from './breakdown.js';
import { doubleMajority } from './double-majority.js';
import { suppressGroups } from './suppress.js';
import { wilson } from './wilson.js';

describe('bridge', () => {
  const groups = ['gov', 'cso', 'biz'];

  it('prefers what all groups support to what the largest wants', () => {
    const r = bridge({
      large: { gov: { agree: 5, disagree: 0 }, cso: { agree: 40, disagree: 0 }, biz: { agree: 1, disagree: 4 } },
      shared: { gov: { agree: 4, disagree: 1 }, cso: { agree: 26, disagree: 14 }, biz: { agree: 4, disagree: 1 } },
    }, groups);
    expect(r.ranking).toEqual([['shared'], ['large']]);
    expect(r.options['large']).toMatchObject({ weakest: { group: 'biz', share: { num: 1, den: 5 } }, spread: { num: 4, den: 5 } });
    expect(r.options['large']!.groups.map((g) => g.isTooFew)).toEqual([false, false, false]);
  });

  it('is the geometric mean of p·(1−d) with half a vote for each side', () => {
    const r = bridge({ x: { one: { agree: 3, disagree: 0, pass: 1 } } }, ['one']);
    expect(r.scores['x']).toBeCloseTo((3.5 / 5) * (1 - 0.5 / 5), 9);
    expect(r.options['x']!.groups[0]).toMatchObject({ voters: 4, isTooFew: true });
  });

  it('does not divide by a group that has not voted', () => {
    const r = bridge({ x: { gov: { agree: 5, disagree: 0 } } }, ['gov', 'cso']);
    expect(r.options['x']!.weakest).toEqual({ group: 'gov', share: { num: 5, den: 5 } });
    expect(r.options['x']!.groups[1]).toMatchObject({ share: { num: 0, den: 0 }, interval: { low: 0, high: 1 }, isTooFew: true });
  });
});

it('Wilson intervals: published values for 95 %', () => {
  expect(wilson(0, 10)).toEqual({ low: 0, high: 0.277533 });
  expect(wilson(5, 10)).toEqual({ low: 0.236593, high: 0.763407 });
  expect(wilson(10, 10)).toEqual({ low: 0.722467, high: 1 });
});

describe('double majority', () => {
  it('fails on a tie of the groups, although the people accept', () => {
    const r = doubleMajority({ groups: [{ id: 'a', yes: 90, no: 10 }, { id: 'b', yes: 10, no: 11 }, { id: 'c', weight: 0, yes: 50, no: 0 }] });
    expect(r).toMatchObject({ overallAccepted: true, acceptingWeight: 1, rejectingWeight: 1, groupMajority: false, accepted: false, failed: [{ id: 'majority.weight' }] });
  });
  it('counts half a group as half', () => {
    const r = doubleMajority({ groups: [{ id: 'a', weight: '1/2', yes: 2, no: 1 }, { id: 'b', weight: '0.5', yes: 2, no: 1 }, { id: 'c', weight: 0.5, yes: 0, no: 1 }] });
    expect(r).toMatchObject({ acceptingWeight: 1, rejectingWeight: 0.5, groupMajority: true, accepted: true });
  });
  it.each(['-1', '1/0', '-1/2', 'half'])('refuses the weight %s', (weight) => {
    expect(() => doubleMajority({ groups: [{ id: 'a', weight, yes: 2, no: 1 }] })).toThrow('groups.a.weight');
  });

  it('takes the published total where it differs', () => {
    expect(doubleMajority({ groups: [{ id: 'a', yes: 2, no: 1 }], overall: { yes: 1, no: 1 } })).toMatchObject({ overallAccepted: false, accepted: false, failed: [{ id: 'majority.overall' }] });
  });
});

describe('suppression', () => {
  const cell = (group: string, yes: number, no: number) => ({ group, voters: yes + no, figures: { yes, no } });

  it('hides the next smallest with the small one', () => {
    const r = suppressGroups([cell('biz', 0, 3), cell('gov', 8, 2), cell('cso', 30, 10)]);
    expect(r.suppressed).toEqual([{ group: 'biz', because: 'below-floor' }, { group: 'gov', because: 'complementary' }]);
    expect(r.published.map((c) => c.group)).toEqual(['cso']);
    expect(r.total).toEqual({ voters: 53, figures: { yes: 38, no: 15 } });
  });
  it('leaves only the total when nothing else covers the small one', () => {
    expect(suppressGroups([cell('biz', 0, 3), cell('gov', 8, 2)])).toMatchObject({ published: [], total: { voters: 13 } });
  });
  it('an empty group protects nobody', () => {
    const r = suppressGroups([cell('biz', 0, 3), cell('none', 0, 0), cell('gov', 8, 2), cell('cso', 30, 10)]);
    expect(r.suppressed.map((s) => s.group)).toEqual(['biz', 'gov']);
  });
  it('publishes nothing when all together are fewer than the floor', () => {
    expect(suppressGroups([cell('biz', 1, 0), cell('gov', 2, 0)])).toMatchObject({ published: [], total: null });
  });
  it('hides a unanimous group on request, and never for a sum that is unanimous too', () => {
    const r = suppressGroups([cell('biz', 0, 9), cell('gov', 0, 9), cell('cso', 30, 10)], { hideUnanimous: true });
    expect(r.suppressed.map((s) => [s.group, s.because])).toEqual([['biz', 'unanimous'], ['gov', 'unanimous'], ['cso', 'complementary']]);
  });
});

it('group breakdown: votes, points and voters of every attribute', () => {
  const r = groupBreakdown(['a', 'b'], [
    { groups: { sex: 'F', region: 'osh' }, scores: { a: 2, b: '0.5' } }, { groups: { sex: 'M' }, approvals: ['b'] }, { groups: { sex: 'F' }, ranking: [['a']] },
  ]);
  expect(r.groups).toEqual({
    sex: { F: { voters: 2, votes: { a: 2, b: 1 }, scores: { a: 2, b: 0.5 } }, M: { voters: 1, votes: { a: 0, b: 1 }, scores: { a: 0, b: 0 } } },
    region: { osh: { voters: 1, votes: { a: 1, b: 1 }, scores: { a: 2, b: 0.5 } } },
  });
});
