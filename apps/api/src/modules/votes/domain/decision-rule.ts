import type { DecisionRule, Refusal } from '@tegerek/contracts';
import { TallyInputError, checkRule } from '@tegerek/tally';

/**
 * Whether a rule can be frozen for a decision: its own sense (the tally's check), exactly the groups of the dialogue, and no
 * clause about who is present when the electorate is all seats (the entry freezes one electorate only).
 */
export function checkDecisionRule(rule: DecisionRule, groupIds: readonly string[], electorate: 'present' | 'entitled'): Refusal | null {
  const invalid = (path: string, reason: string, more: Record<string, unknown> = {}): Refusal => ({ code: 'vote.rule-invalid', path, details: { reason, ...more } });
  try {
    checkRule(rule);
  } catch (error) {
    if (!(error instanceof TallyInputError)) throw error;
    return invalid(error.path === '' ? 'rule' : `rule.${error.path}`, error.code);
  }
  const missing = groupIds.find((id) => !rule.groups.includes(id));
  if (missing !== undefined) return invalid('rule.groups', 'rule.group-missing', { group: missing });
  const unknown = rule.groups.find((id) => !groupIds.includes(id));
  if (unknown !== undefined) return invalid('rule.groups', 'rule.group-unknown', { group: unknown });
  if (electorate === 'entitled' && (rule.base === 'present' || rule.quorum.counted === 'present')) return invalid('electorate', 'rule.needs-present');
  return null;
}
