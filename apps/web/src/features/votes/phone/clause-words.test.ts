import { describe, expect, it } from '@jest/globals';
import { countDecision, defaultRule, type DecisionBallot } from '@tegerek/tally';
import { groupHolds, leastOf, missedClauses } from './clause-words.js';
import { findRow } from './my-row.js';

const GROUPS = ['gov', 'cso', 'biz'];
const count = (votes: readonly [group: string, choice: 'yes' | 'no' | 'abstain', count: number][], electorate: Record<string, number>) =>
  countDecision({ rule: defaultRule(GROUPS), electorate, ballots: votes.map(([group, choice, n]): DecisionBallot => ({ group, choice, count: n })) });

describe('what was missed, in figures for words', () => {
  it('names the group whose clause failed and how many it needed', () => {
    const result = count([['gov', 'yes', 13], ['gov', 'no', 2], ['cso', 'yes', 20], ['biz', 'yes', 7], ['biz', 'no', 8]], { gov: 15, cso: 20, biz: 15 });
    expect(result.grade).toBe('majority');
    expect(missedClauses(result)).toEqual([{ key: 'group', rung: 'broad-agreement', groupId: 'biz', actual: 7, base: 15, need: 8 }]);
    expect(GROUPS.map((group) => groupHolds(result, group))).toEqual([true, true, false]);
  });

  it('names the group without a quorum', () => {
    const result = count([['gov', 'yes', 10], ['cso', 'yes', 10], ['biz', 'yes', 5]], { gov: 10, cso: 10, biz: 10 });
    expect(missedClauses(result)).toEqual([{ key: 'quorum.group', rung: 'quorum', groupId: 'biz', actual: 5, base: 10, need: 6 }]);
    expect(groupHolds(result, 'biz')).toBe(false);
  });

  it('says how many were against where consensus was missed, and nothing at a consensus', () => {
    const broad = count([['gov', 'yes', 9], ['gov', 'no', 1], ['cso', 'yes', 9], ['biz', 'yes', 9]], { gov: 10, cso: 9, biz: 9 });
    expect(broad.grade).toBe('broad-agreement');
    expect(missedClauses(broad)).toEqual([expect.objectContaining({ key: 'against', rung: 'consensus', actual: 1 })]);
    expect(missedClauses(count([['gov', 'yes', 9], ['cso', 'yes', 9], ['biz', 'yes', 9]], { gov: 9, cso: 9, biz: 9 }))).toEqual([]);
  });

  it('takes the least whole number that reaches a share', () => {
    expect(leastOf({ num: 1, den: 2, comparator: '>' }, 14)).toBe(8);
    expect(leastOf({ num: 2, den: 3, comparator: '>=' }, 9)).toBe(6);
    expect(leastOf({ num: 2, den: 3, comparator: '>=' }, 10)).toBe(7);
  });
});

describe('my row in the published list', () => {
  const list = '{"choice":"yes","group":"gov","number":1}\n{"choice":["a","b"],"group":"cso","number":2}\n';
  it('is found by number with the same choice', () => {
    expect(findRow(list, 1, 'yes')).toBe('found');
    expect(findRow(list, 2, ['a', 'b'])).toBe('found');
  });
  it('is another when the choice differs, and missing when the number is not there', () => {
    expect(findRow(list, 2, ['b', 'a'])).toBe('other');
    expect(findRow(list, 3, 'yes')).toBe('missing');
  });
});
