import type { DecisionRule } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { ruleRows, type RuleRow } from '../../../ui/staff/rule-words.js';
import { useGroups } from './groups.js';

const SHOWN: readonly RuleRow['id'][] = ['quorum', 'veto', 'broad-agreement', 'majority'];

/** When a decision passes, in the words of its frozen rule. */
export function RuleWords({ rule }: { rule: DecisionRule }) {
  const t = useText();
  const groups = useGroups();
  const rows = ruleRows(t, rule, (id) => groups.find((group) => group.id === id)?.name ?? '').filter((row) => SHOWN.includes(row.id));
  return <dl className="rule-rows">{rows.map((row) => <div key={row.id}><dt>{row.label}</dt><dd>{row.words}</dd></div>)}</dl>;
}
