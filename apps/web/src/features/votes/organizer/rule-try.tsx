import { useState } from 'react';
import type { DecisionRule } from '@tegerek/contracts/wire';
import { countDecision, TallyInputError, type DecisionResult } from '@tegerek/tally';
import { useFormat, useText } from '../../../i18n/provider.js';
import { GradeMark } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Ring } from '../../../ui/ring.js';
import { clauseWords, groupHolds } from '../../../ui/staff/outcome-words.js';

type Column = 'seats' | 'yes' | 'no' | 'abstain';
type Numbers = Readonly<Record<string, Readonly<Record<Column, number>>>>;

const COLUMNS: readonly Column[] = ['seats', 'yes', 'no', 'abstain'];

/** Made-up numbers to begin with: most in favour. */
const made = (groups: readonly GroupView[], seats: Readonly<Record<string, number>>): Numbers =>
  Object.fromEntries(groups.map((group, index) => { const base = seats[group.id] || 20; const yes = Math.round(base * (index === groups.length - 1 ? 0.4 : 0.7)); const no = Math.round(base * 0.2); return [group.id, { seats: base, yes, no, abstain: Math.max(0, Math.min(1, base - yes - no)) }]; }));

function counted(rule: DecisionRule, numbers: Numbers): DecisionResult | null {
  try {
    const electorate = Object.fromEntries(Object.entries(numbers).map(([group, n]) => [group, n.seats]));
    // on the consent scale any of the first three counts as yes, and a block as no
    const words = rule.ballot === 'consent-scale' ? { yes: 'support', no: 'block', abstain: 'abstain' } as const : { yes: 'yes', no: 'no', abstain: 'abstain' } as const;
    const ballots = Object.entries(numbers).flatMap(([group, n]) => (['yes', 'no', 'abstain'] as const).map((choice) => ({ group, choice: words[choice], count: n[choice] })));
    return countDecision({ rule, electorate, ballots });
  } catch (error) {
    if (error instanceof TallyInputError) return null;
    throw error;
  }
}

/** The rule tried out with made-up numbers, counted by the same code as a real decision. */
export function RuleTry({ rule, groups, seats }: { rule: DecisionRule; groups: readonly GroupView[]; seats: Readonly<Record<string, number>> }) {
  const t = useText();
  const { number } = useFormat();
  const [numbers, setNumbers] = useState<Numbers>(() => made(groups, seats));
  const known = Object.fromEntries(groups.map((group) => [group.id, numbers[group.id] ?? { seats: 0, yes: 0, no: 0, abstain: 0 }]));
  const isOver = Object.values(known).some((n) => n.yes + n.no + n.abstain > n.seats);
  const result = isOver ? null : counted(rule, known);
  const set = (group: string, column: Column, text: string) => setNumbers({ ...known, [group]: { ...(known[group] as Numbers[string]), [column]: Math.min(99_999, Math.max(0, Number.parseInt(text, 10) || 0)) } });
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? '';
  const ring = groups.map((group) => { const n = known[group.id] as Numbers[string]; return { ...group, value: n.yes, base: n.yes + n.no + n.abstain, no: n.no, abstain: n.abstain, ...(result === null ? {} : { holds: groupHolds(result, group.id) }) }; });
  return (
    <div className="stack-4">
      <div className="row"><h2 className="grow">{t('desk.try')}</h2><Button mini kind="quiet" onClick={() => setNumbers(made(groups, seats))}>{t('desk.try.reset')}</Button></div>
      <table className="table try"><caption className="sr-only">{t('desk.try')}</caption>
        <thead><tr><th scope="col">{t('desk.col.group')}</th>{COLUMNS.map((column) => <th key={column} scope="col">{t(`desk.try.${column}`)}</th>)}</tr></thead>
        <tbody>{groups.map((group) => <tr key={group.id}><th scope="row"><GroupSign group={group} /></th>{COLUMNS.map((column) => <td key={column}><input className="numbox" inputMode="numeric" aria-label={`${group.name}: ${t(`desk.try.${column}`)}`} value={known[group.id]?.[column] ?? 0} onChange={(event) => set(group.id, column, event.target.value)} /></td>)}</tr>)}</tbody>
      </table>
      {isOver ? <RefusalNote>{t('desk.try.over')}</RefusalNote> : null}
      {!isOver && result === null ? <RefusalNote>{t('refusal.vote.rule-invalid')}</RefusalNote> : null}
      {result === null ? null : (
        <div className="outcome" aria-live="polite">
          <Ring mode="vote" size={170} groups={ring} lead={t('outcome.yes', { n: result.overall.yes, base: result.overall.cast })} center={number(result.overall.yes)} under={t('ui.figure.yesOf', { base: result.overall.cast })} />
          <div><GradeMark grade={result.grade} />{result.adopted && result.failed.length > 0 ? <p className="sm soft next-grade">{t('desk.try.next')}</p> : null}<ul className="clauses">{result.failed.map((failed) => { const clause = result.clauses.find((each) => each.id === failed.id && each.group === failed.group); return clause === undefined ? null : <li key={`${failed.id}${failed.group ?? ''}`}>{clauseWords(t, clause, nameOf)}</li>; })}</ul>{result.failed.length === 0 ? <p className="hold">{t('outcome.closed-circle')}</p> : null}</div>
        </div>
      )}
    </div>
  );
}
