import type { DecisionRule } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import type { GroupView } from '../group.js';
import { ruleRows, type RuleRow } from './rule-words.js';
import './staff.css';

/** A rule in words. `only` leaves out rows. */
export function RuleList({ rule, groups, only, electorate }: { rule: DecisionRule; groups: readonly GroupView[]; only?: readonly RuleRow['id'][]; electorate?: string | undefined }) {
  const t = useText();
  const rows = ruleRows(t, rule, (id) => groups.find((group) => group.id === id)?.name ?? '');
  return (
    <dl className="rule-list">
      {electorate === undefined ? null : <div><dt>{t('rule.voters')}</dt><dd>{electorate}</dd></div>}
      {rows.filter((row) => only === undefined || only.includes(row.id)).map((row) => <div key={row.id}><dt>{row.label}</dt><dd>{row.words}</dd></div>)}
    </dl>
  );
}
