import type { DecisionRule, Refusal } from '@tegerek/contracts';
import { ruleFault } from '@tegerek/tally';

/**
 * Whether a rule can be frozen for a decision: its own sense and exactly the groups of the dialogue (the tally's check), and no
 * clause about who is present when the electorate is all seats (the entry freezes one electorate only).
 */
export function checkDecisionRule(rule: DecisionRule, groupIds: readonly string[], electorate: 'present' | 'entitled'): Refusal | null {
  const fault = ruleFault(rule, groupIds);
  if (fault) return { code: 'vote.rule-invalid', path: fault.path === '' ? 'rule' : `rule.${fault.path}`, details: { reason: fault.reason, ...(fault.group === undefined ? {} : { group: fault.group }) } };
  if (electorate === 'entitled' && (rule.base === 'present' || rule.quorum.counted === 'present')) return { code: 'vote.rule-invalid', path: 'electorate', details: { reason: 'rule.needs-present' } };
  return null;
}
