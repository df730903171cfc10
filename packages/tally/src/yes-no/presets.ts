import { defaultRule, type DecisionRule, type Rung, type Threshold } from './rule.js';

/** Rules that an organizer picks from; every figure of them may then be changed. */
export type RulePreset = 'ladder' | 'simple' | 'two-thirds' | 'double' | 'consent';

export const RULE_PRESETS: readonly RulePreset[] = ['ladder', 'simple', 'two-thirds', 'double', 'consent'];

const half: Threshold = { num: 1, den: 2, comparator: '>' };
const twoThirds: Threshold = { num: 2, den: 3, comparator: '>=' };
const alone = (overall: Threshold): Rung => ({ overall, group: null, weightedShare: null });

/**
 * The rule of a preset for these groups. `ladder`: product.md's consensus ladder. `consent`: the same ladder on the consent scale. `simple`
 * and `two-thirds`: one threshold over all, a quorum over all. `double`: more than half over all and in every required group.
 */
export function presetRule(preset: RulePreset, groups: readonly string[]): DecisionRule {
  const ladder = defaultRule(groups);
  const overallQuorum = { ...ladder.quorum, perGroup: null };
  switch (preset) {
    case 'ladder': return ladder;
    case 'consent': return { ...ladder, ballot: 'consent-scale' };
    case 'simple': return { ...ladder, quorum: overallQuorum, broadAgreement: null, majority: alone(half) };
    case 'two-thirds': return { ...ladder, quorum: overallQuorum, broadAgreement: null, majority: alone(twoThirds) };
    case 'double': return { ...ladder, broadAgreement: null, majority: { ...alone(half), group: { threshold: half, needed: { kind: 'required' } } } };
    default: return preset satisfies never;
  }
}

/** The preset that a rule is, whatever groups it requires; `null`: one of its own. */
export function presetOf(rule: DecisionRule): RulePreset | null {
  const written = (each: DecisionRule): string => JSON.stringify([each.ballot, each.base, each.quorum, each.consensus, each.broadAgreement, each.majority, each.weights, each.veto, each.tie], ordered);
  return RULE_PRESETS.find((preset) => written(presetRule(preset, rule.groups)) === written(rule)) ?? null;
}

const ordered = (_key: string, value: unknown): unknown =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);
