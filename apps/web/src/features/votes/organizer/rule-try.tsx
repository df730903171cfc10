import { Fragment, useId, useState } from 'react';
import type { DecisionRule } from '@tegerek/contracts/wire';
import type { DecisionResult } from '@tegerek/tally';
import { useFormat, useText } from '../../../i18n/provider.js';
import { GradeMark } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Ring } from '../../../ui/ring.js';
import { failedWords, groupHolds } from '../../../ui/staff/outcome-words.js';
import { COLUMNS, countTry, isFault, madeUp, MOST, readRow, type Column, type Row, type RowFault, type Typed, type TypedNumbers } from './try-numbers.js';

const EMPTY: Typed = { seats: '', yes: '', no: '', abstain: '' };

interface GroupRowProps {
  group: GroupView;
  typed: Typed;
  fault: RowFault | null;
  onType: (column: Column, text: string) => void;
}

/** A group's four numbers; what is wrong with them stands in the line below. */
function GroupRow({ group, typed, fault, onType }: GroupRowProps) {
  const t = useText();
  const { number } = useFormat();
  const id = useId();
  const isWrong = (column: Column) => fault !== null && (fault.kind === 'over' ? column !== 'seats' : column === fault.column);
  return (
    <>
      <tr>
        <th scope="row"><GroupSign group={group} /></th>
        {COLUMNS.map((column) => (
          <td key={column}>
            <input
              className="numbox" inputMode="numeric" aria-label={`${group.name}: ${t(`desk.try.${column}`)}`} value={typed[column]} onChange={(event) => onType(column, event.target.value)}
              {...(isWrong(column) ? { 'aria-invalid': true as const, 'aria-describedby': id } : {})}
            />
          </td>
        ))}
      </tr>
      {fault === null ? null : <tr className="try-fault"><td colSpan={COLUMNS.length + 1}><RefusalNote id={id}>{fault.kind === 'over' ? t('desk.try.over') : t('desk.try.bad', { column: t(`desk.try.${fault.column}`), most: number(MOST) })}</RefusalNote></td></tr>}
    </>
  );
}

function Outcome({ result, rows, groups }: { result: DecisionResult; rows: Readonly<Record<string, Row>>; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const ring = groups.flatMap((group) => { const row = rows[group.id]; return row === undefined ? [] : [{ ...group, value: row.yes, base: row.yes + row.no + row.abstain, no: row.no, abstain: row.abstain, holds: groupHolds(result, group.id) }]; });
  const failed = failedWords(t, result, (id) => groups.find((group) => group.id === id)?.name ?? '');
  return (
    <div className="outcome" aria-live="polite">
      <Ring mode="vote" size={170} groups={ring} lead={t('outcome.yes', { n: result.overall.yes, base: result.overall.cast })} center={number(result.overall.yes)} under={t('ui.figure.yesOf', { base: result.overall.cast })} />
      <div>
        <GradeMark grade={result.grade} />
        {result.adopted && failed.length > 0 ? <p className="sm soft next-grade">{t('desk.try.next')}</p> : null}
        <ul className="clauses">{failed.map((words) => <li key={words}>{words}</li>)}</ul>
        {failed.length === 0 ? <p className="hold">{t('outcome.closed-circle')}</p> : null}
      </div>
    </div>
  );
}

/** The rule tried out with made-up numbers, counted by the same code as a real decision. */
export function RuleTry({ rule, groups, seats }: { rule: DecisionRule; groups: readonly GroupView[]; seats: Readonly<Record<string, number>> }) {
  const t = useText();
  const begin = () => madeUp(groups.map(({ id }) => id), seats);
  const [numbers, setNumbers] = useState<TypedNumbers>(begin);
  const typedOf = (id: string): Typed => numbers[id] ?? EMPTY;
  const read = groups.map((group) => ({ group, row: readRow(typedOf(group.id)) }));
  const rows = Object.fromEntries(read.flatMap(({ group, row }) => (isFault(row) ? [] : [[group.id, row]])));
  const isReadable = read.every(({ row }) => !isFault(row));
  const result = isReadable ? countTry(rule, rows) : null;
  return (
    <div className="stack-4">
      <div className="row"><h2 className="grow">{t('desk.try')}</h2><Button mini kind="quiet" onClick={() => setNumbers(begin())}>{t('desk.try.reset')}</Button></div>
      <table className="table try"><caption className="sr-only">{t('desk.try')}</caption>
        <thead><tr><th scope="col">{t('desk.col.group')}</th>{COLUMNS.map((column) => <th key={column} scope="col">{t(`desk.try.${column}`)}</th>)}</tr></thead>
        <tbody>{read.map(({ group, row }) => <Fragment key={group.id}><GroupRow group={group} typed={typedOf(group.id)} fault={isFault(row) ? row : null} onType={(column, text) => setNumbers({ ...numbers, [group.id]: { ...typedOf(group.id), [column]: text } })} /></Fragment>)}</tbody>
      </table>
      {isReadable && result === null ? <RefusalNote>{t('refusal.vote.rule-invalid')}</RefusalNote> : null}
      {result === null ? null : <Outcome result={result} rows={rows} groups={groups} />}
    </div>
  );
}
