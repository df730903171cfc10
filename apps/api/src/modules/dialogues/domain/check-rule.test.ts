import { describe, expect, it } from '@jest/globals';
import type { DecisionRule, Group } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { checkRule, fitRule } from './check-rule.js';

const group = (id: string): Group => ({ id, title: {}, sign: {}, tone: 0 });
const rule = (...ids: string[]): DecisionRule => structuredClone(defaultRule(ids)) as DecisionRule;

describe('checkRule', () => {
  it('takes the default rule of the dialogue’s groups', () => {
    expect(checkRule(rule('a', 'b'), [group('b'), group('a')])).toBeNull();
  });

  it.each([
    ['a group of the dialogue left out', rule('a'), 'rule.group-missing'],
    ['a group that the dialogue lacks', rule('a', 'b', 'c'), 'rule.group-unknown'],
    ['no grade that adopts', { ...rule('a', 'b'), consensus: false, broadAgreement: null, majority: null }, 'rule.no-grade'],
    ['a required group that is none', { ...rule('a', 'b'), requiredGroups: ['x'] }, 'rule.group-unknown'],
  ])('refuses %s', (_name, asked, reason) => {
    expect(checkRule(asked, [group('a'), group('b')])).toMatchObject({ code: 'vote.rule-invalid', details: { reason } });
  });
});

describe('fitRule', () => {
  it('drops who went everywhere, and requires who came', () => {
    const before: DecisionRule = {
      ...rule('a', 'b'), weights: { a: { num: 2, den: 1 } }, veto: { groups: ['a'], threshold: { num: 1, den: 2, comparator: '>' } },
      majority: { overall: null, weightedShare: null, group: { threshold: { num: 1, den: 2, comparator: '>' }, needed: { kind: 'at-least', groups: 2 } } },
    };
    const after = fitRule(before, [group('b')]);
    expect(after).toMatchObject({ groups: ['b'], requiredGroups: ['b'], weights: {}, veto: null, majority: { group: { needed: { groups: 1 } } } });
    expect(checkRule(after, [group('b')])).toBeNull();
    expect(fitRule(rule('a'), [group('a'), group('n')])).toMatchObject({ groups: ['a', 'n'], requiredGroups: ['a', 'n'] });
  });
});
