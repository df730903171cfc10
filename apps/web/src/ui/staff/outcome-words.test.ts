import { describe, expect, it } from '@jest/globals';
import { countDecision, defaultRule, type DecisionBallot } from '@tegerek/tally';
import type { Translate } from '../../i18n/translate.js';
import { failedWords, groupHolds, missedRung, neededOf } from './outcome-words.js';

const GROUPS = ['gov', 'cso', 'biz'];
const count = (votes: readonly [group: string, choice: 'yes' | 'no' | 'abstain', count: number][], electorate: Record<string, number>) =>
  countDecision({ rule: defaultRule(GROUPS), electorate, ballots: votes.map(([group, choice, n]): DecisionBallot => ({ group, choice, count: n })) });

/** The key and its figures instead of a language. */
const t: Translate = (key, { group, num, den, need } = {}) => [key, group, num, den, need].join(' ');
const missed = (result: ReturnType<typeof count>) => [missedRung(result), ...failedWords(t, result, (id) => id)];

describe('what was missed, in figures for words', () => {
  it('names the group whose clause failed and how many it needed', () => {
    const result = count([['gov', 'yes', 13], ['gov', 'no', 2], ['cso', 'yes', 20], ['biz', 'yes', 7], ['biz', 'no', 8]], { gov: 15, cso: 20, biz: 15 });
    expect(result.grade).toBe('majority');
    expect(missed(result)).toEqual(['broad-agreement', 'outcome.failed.group biz 7 15 8']);
    expect(GROUPS.map((group) => groupHolds(result, group))).toEqual([true, true, false]);
  });

  it('names the group without a quorum', () => {
    const result = count([['gov', 'yes', 10], ['cso', 'yes', 10], ['biz', 'yes', 5]], { gov: 10, cso: 10, biz: 10 });
    expect(missed(result)).toEqual([undefined, 'outcome.failed.quorum.group biz 5 10 6']);
    expect(groupHolds(result, 'biz')).toBe(false);
  });

  it('says how many were against where consensus was missed, and nothing at a consensus', () => {
    const broad = count([['gov', 'yes', 9], ['gov', 'no', 1], ['cso', 'yes', 9], ['biz', 'yes', 9]], { gov: 10, cso: 9, biz: 9 });
    expect(broad.grade).toBe('broad-agreement');
    expect(missed(broad)).toEqual(['consensus', expect.stringMatching(/^outcome\.failed\.consensus\.no-objection {2}1 /u)]);
    expect(missed(count([['gov', 'yes', 9], ['cso', 'yes', 9], ['biz', 'yes', 9]], { gov: 9, cso: 9, biz: 9 }))).toEqual([undefined]);
  });

  it('takes the least whole number that reaches a share', () => {
    expect(neededOf({ num: 1, den: 2, comparator: '>' }, 14)).toBe(8);
    expect(neededOf({ num: 2, den: 3, comparator: '>=' }, 9)).toBe(6);
    expect(neededOf({ num: 2, den: 3, comparator: '>=' }, 10)).toBe(7);
  });
});
