import { describe, expect, it } from '@jest/globals';
import { isFromAll, leastShare, matcher, orderQuestions, volumeByGroup } from './order-questions.js';

const question = (questionId: string, askedAt: number, pinnedAt: number | null = null) => ({ questionId, askedAt, pinnedAt });
const counter = (byGroup: Record<string, number>) => ({ version: 1, byGroup });
const ids = (list: readonly { questionId: string }[]) => list.map((each) => each.questionId).join('');
const questions = [question('a', 1), question('b', 3), question('c', 2)];
const counters = { a: counter({ g: 2, h: 1 }), c: counter({ g: 9 }) };

describe('orderQuestions', () => {
  it('is by support over all groups, then the newest first', () => { expect(ids(orderQuestions(questions, 'support', counters))).toBe('cab'); });
  it('or by time alone, either way', () => { expect([ids(orderQuestions(questions, 'newest', counters)), ids(orderQuestions(questions, 'oldest', counters))]).toEqual(['bca', 'acb']); });
  it('or by the group that supports least, as a part of its seats', () => {
    expect(ids(orderQuestions(questions, 'all-groups', counters, { g: 10, h: 5 }))).toBe('acb');
    const two = { a: counter({ g: 5, h: 1 }), b: counter({ g: 2, h: 1 }) };
    // 1 of 20 against 1 of 20: the total decides; then 2 of 40 against 5 of 40 when h has 5 seats
    expect(ids(orderQuestions(questions, 'all-groups', two, { g: 40, h: 20 }))).toBe('abc');
    expect(leastShare(two, 'b', { g: 40, h: 5 })).toEqual({ n: 2, of: 40 });
    expect(leastShare(two, 'a', { g: 40, h: 0 })).toEqual({ n: 5, of: 40 });
    expect(leastShare({}, 'a', {})).toEqual({ n: 0, of: 1 });
  });
  it('is led by what is pinned, the first pinned first', () => {
    expect(ids(orderQuestions([question('a', 1), question('b', 3, 20), question('c', 2, 10)], 'support', counters))).toBe('cba');
  });
  it('does not depend on the order of the list', () => {
    const same = [question('x', 1), question('z', 1), question('y', 1)];
    for (const order of ['support', 'all-groups', 'newest', 'oldest'] as const) expect(ids(orderQuestions(same, order, {}))).toBe('xyz');
  });
});

describe('questions', () => {
  it('know what all groups support; of one group there is no «all»', () => {
    expect([isFromAll(counters, 'a', { g: 1, h: 1 }), isFromAll(counters, 'c', { g: 1, h: 1 }), isFromAll(counters, 'c', { g: 1 }), isFromAll(counters, 'a', { g: 1, h: 1, empty: 0 })]).toEqual([true, false, false, true]);
  });
  it('have a volume by group', () => {
    const of = (groupId: string | null, status: 'public' | 'declined' | 'merged' | 'withdrawn') => ({ groupId, status });
    expect(volumeByGroup([of('g', 'public'), of('g', 'merged'), of('g', 'declined'), of('h', 'withdrawn'), of(null, 'public')])).toEqual({ g: 2, '': 1 });
  });
  it('are found by words in any order, whatever the case', () => {
    expect([matcher('ЕЩЁ  бюджет')('Бюджет: еще раз'), matcher('бюджет')('план'), matcher('  ')('все')]).toEqual([true, false, true]);
  });
});
