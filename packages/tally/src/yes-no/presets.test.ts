import { describe, expect, it } from '@jest/globals';
import { countDecision } from './count-decision.js';
import { presetOf, presetRule, RULE_PRESETS, type RulePreset } from './presets.js';
import { checkRule } from './rule.js';

const GROUPS = ['x', 'y'];
const grade = (preset: RulePreset, x: [yes: number, no: number], y: [yes: number, no: number]) => {
  const rule = presetRule(preset, GROUPS);
  const [yes, no] = rule.ballot === 'consent-scale' ? (['can-live-with', 'block'] as const) : (['yes', 'no'] as const);
  const ballots = [['x', x], ['y', y]].flatMap(([group, n]) => [{ group: group as string, choice: yes, count: (n as number[])[0]! }, { group: group as string, choice: no, count: (n as number[])[1]! }]);
  return countDecision({ rule, electorate: { x: 10, y: 10 }, ballots }).grade;
};

describe('rule presets', () => {
  it.each(RULE_PRESETS)('%s stands by itself and is known again', (preset) => {
    expect(() => checkRule(presetRule(preset, GROUPS))).not.toThrow();
    expect(presetOf(presetRule(preset, GROUPS))).toBe(preset);
    expect(presetOf({ ...presetRule(preset, GROUPS), requiredGroups: ['x'] })).toBe(preset);
    expect(presetOf({ ...presetRule(preset, GROUPS), tie: 'adopted' })).toBeNull();
  });

  it('each says what its name says', () => {
    const loud: [number, number] = [10, 0];
    const hostile: [number, number] = [2, 8];
    expect(RULE_PRESETS.map((preset) => [preset, grade(preset, loud, hostile)])).toEqual([['ladder', 'majority'], ['simple', 'majority'], ['two-thirds', 'not-adopted'], ['double', 'not-adopted'], ['consent', 'majority']]);
    expect(RULE_PRESETS.map((preset) => grade(preset, loud, [7, 3]))).toEqual(['broad-agreement', 'majority', 'majority', 'majority', 'broad-agreement']);
    expect(RULE_PRESETS.map((preset) => grade(preset, loud, loud))).toEqual(RULE_PRESETS.map(() => 'consensus'));
    expect(grade('simple', loud, [1, 0])).toBe('consensus');
    expect(grade('double', loud, [1, 0])).toBe('not-adopted-no-quorum');
  });
});
