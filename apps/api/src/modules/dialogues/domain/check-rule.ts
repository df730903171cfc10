import type { DecisionRule, Group, Refusal } from '@tegerek/contracts';
import { ruleFault } from '@tegerek/tally';

/** Whether the rule makes sense by itself and names exactly the groups of the dialogue. */
export function checkRule(rule: DecisionRule, groups: readonly Group[]): Refusal | null {
  const fault = ruleFault(rule, groups.map((group) => group.id));
  return fault && { code: 'vote.rule-invalid', path: fault.path === '' ? 'rule' : `rule.${fault.path}`, details: { reason: fault.reason, ...(fault.group === undefined ? {} : { group: fault.group }) } };
}

/** The rule for another set of groups: who went is named nowhere any more, who came is counted and required like the rest. */
export function fitRule(rule: DecisionRule, groups: readonly Group[]): DecisionRule {
  const ids = groups.map((group) => group.id);
  const isKept = (id: string): boolean => ids.includes(id);
  const added = ids.filter((id) => !rule.groups.includes(id));
  const vetoing = rule.veto?.groups.filter(isKept) ?? [];
  const fitRung = (rung: DecisionRule['majority']): DecisionRule['majority'] => {
    if (rung?.group?.needed.kind !== 'at-least') return rung;
    return { ...rung, group: { ...rung.group, needed: { kind: 'at-least', groups: Math.min(rung.group.needed.groups, ids.length) } } };
  };
  return {
    ...rule, groups: ids, requiredGroups: [...rule.requiredGroups.filter(isKept), ...added],
    weights: Object.fromEntries(Object.entries(rule.weights).filter(([id]) => isKept(id))),
    veto: rule.veto && vetoing.length > 0 ? { ...rule.veto, groups: vetoing } : null,
    broadAgreement: fitRung(rule.broadAgreement), majority: fitRung(rule.majority),
  };
}
