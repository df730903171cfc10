import { describe, expect, it } from '@jest/globals';
import { defaultRule } from '@tegerek/tally';
import type { DecisionRule } from '@tegerek/contracts';
import { checkDecisionRule } from './decision-rule.js';

const groups = ['a', 'b'];
const rule = (change: Partial<DecisionRule> = {}): DecisionRule => ({ ...(defaultRule(groups) as DecisionRule), ...change });

describe('the rule of a decision', () => {
  it('the default rule stands', () => {
    expect(checkDecisionRule(rule(), groups, 'present')).toBeNull();
    expect(checkDecisionRule(rule(), groups, 'entitled')).toBeNull();
  });

  it('names the field that the tally refuses', () => {
    expect(checkDecisionRule(rule({ majority: { overall: { num: 1, den: 0, comparator: '>' }, group: null, weightedShare: null } }), groups, 'present'))
      .toEqual({ code: 'vote.rule-invalid', path: 'rule.majority.overall', details: { reason: 'rule.fraction' } });
  });

  it('knows every group of the dialogue and no other', () => {
    expect(checkDecisionRule(rule(), ['a', 'b', 'c'], 'present')).toMatchObject({ path: 'rule.groups', details: { group: 'c' } });
    expect(checkDecisionRule(rule(), ['a'], 'present')).toMatchObject({ path: 'rule.groups', details: { group: 'b' } });
  });

  it('asks nothing about the present of an electorate of all seats', () => {
    expect(checkDecisionRule(rule({ base: 'present' }), groups, 'entitled')).toMatchObject({ path: 'electorate' });
    expect(checkDecisionRule(rule({ base: 'present' }), groups, 'present')).toBeNull();
  });
});
