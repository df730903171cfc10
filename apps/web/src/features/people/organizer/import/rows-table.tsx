import { useState } from 'react';
import { LIMITS } from '@tegerek/contracts/wire';
import { useText } from '../../../../i18n/provider.js';
import { Button } from '../../../../ui/button.js';
import { GroupSign } from '../../../../ui/group-sign.js';
import type { GroupView } from '../../../../ui/group.js';
import { EmptyState } from '../../../../ui/notes.js';
import { SelectField } from '../../../../ui/select-field.js';
import { groupOf } from '../../../../ui/staff/group-views.js';
import { Table, type Column } from '../../../../ui/table.js';
import { TextField } from '../../../../ui/text-field.js';
import type { CheckedRow, RowState } from './check-rows.js';
import type { ColumnKind } from './columns.js';
import type { Fault } from './read-person.js';
import type { Import } from './use-import.js';

/** Rows drawn at once; the rest is in the figures and in the file of faulty rows. */
const SHOWN = 100;
const SHOWN_KINDS = ['number', 'name', 'group', 'organisation', 'position', 'region', 'role', 'language'] as const;
type Correct = Pick<Import, 'fix' | 'callGroup' | 'allowTwin'>;
type Cell = Exclude<ColumnKind, 'ignore' | 'last' | 'first' | 'middle'>;

/** The cell as it was read, or as it was put right. */
function textOf({ draft }: CheckedRow, kind: Cell, fault: Fault): string {
  if (kind === 'group' || kind === 'role' || kind === 'language') return String(fault.details?.['text'] ?? '');
  if (kind === 'number') return draft.number === null ? '' : String(draft.number);
  return draft[kind];
}

function useFaultWords(): (fault: Fault) => string {
  const t = useText();
  return ({ reason, details }) => t(`arrival.fault.${reason}`, { text: '', name: '', line: 0, max: LIMITS.name, ...details });
}

/** A faulty cell: what stands there, why it cannot stay, and the place to put it right. */
function FaultyCell({ row, kind, fault, groups, correct }: { row: CheckedRow; kind: Cell; fault: Fault; groups: readonly GroupView[]; correct: Correct }) {
  const t = useText();
  const words = useFaultWords()(fault);
  const label = t('arrival.import.cell', { column: t(`arrival.column.${kind}`), n: row.line });
  if (fault.reason === 'same-person') return <div className="stack-2"><bdi><b>{row.draft.name}</b></bdi><span className="fail">{words}</span><Button mini onClick={() => correct.allowTwin(row.line)}>{t('arrival.import.twins')}</Button></div>;
  if (fault.reason === 'group-unknown' || fault.reason === 'group-or-role') {
    const typed = String(fault.details?.['text'] ?? '');
    const choose = (groupId: string) => { if (typed === '') correct.fix(row.line, 'group', groups.find(({ id }) => id === groupId)?.name ?? ''); else correct.callGroup(typed, groupId); };
    return <SelectField compact labelHidden label={label} refusal={words} value="" placeholder={typed === '' ? undefined : `«${typed}»`} options={groups.map(({ id, name }) => ({ value: id, label: name }))} onChange={choose} />;
  }
  return <Retyped label={label} refusal={words} read={textOf(row, kind, fault).slice(0, 300)} onTyped={(text) => correct.fix(row.line, kind, text)} />;
}

/** Typed in peace: the row is read again when the field is left or Enter is pressed, so it does not go away under one's fingers. */
function Retyped({ label, refusal, read, onTyped }: { label: string; refusal: string; read: string; onTyped: (text: string) => void }) {
  const [typed, setTyped] = useState(read);
  const commit = () => { if (typed !== read) onTyped(typed); };
  return <TextField compact labelHidden label={label} refusal={refusal} value={typed} onChange={setTyped} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter') commit(); }} />;
}

function useColumns(groups: readonly GroupView[], kinds: readonly ColumnKind[], correct: Correct): Column<CheckedRow>[] {
  const t = useText();
  const shown: Record<Cell, (row: CheckedRow) => React.ReactNode> = {
    number: ({ draft, known }) => known?.number ?? draft.number ?? '',
    name: ({ draft }) => <b><bdi>{draft.name.slice(0, 120)}</bdi></b>,
    group: ({ draft }) => { const group = groupOf(groups, draft.groupId); return group === undefined ? <span className="mute">{t('desk.no-group')}</span> : <GroupSign group={group} />; },
    organisation: ({ draft }) => <bdi>{draft.organisation.slice(0, 160)}</bdi>, position: ({ draft }) => <bdi>{draft.position.slice(0, 160)}</bdi>, region: ({ draft }) => <bdi>{draft.region.slice(0, 120)}</bdi>,
    role: ({ draft }) => draft.roles.map((role) => t(`role.${role}`)).join(', '), language: ({ draft }) => draft.language,
  };
  const column = (kind: Cell): Column<CheckedRow> => ({
    key: kind, header: t(`arrival.column.${kind}`), ...(kind === 'name' ? { isRowHeader: true } : {}),
    cell: (row) => { const fault = row.faults.find((each) => each.kind === kind); return fault === undefined ? shown[kind](row) : <FaultyCell row={row} kind={kind} fault={fault} groups={groups} correct={correct} />; },
  });
  return [{ key: 'line', header: t('arrival.import.line'), cell: ({ line }) => <span className="mute">{line}</span> }, ...SHOWN_KINDS.filter((kind) => kind === 'name' || kind === 'group' || kinds.includes(kind)).map(column)];
}

/** `kinds`: what the columns of the file hold; others are left out. */
export interface RowsTableProps { rows: readonly CheckedRow[]; state: RowState; groups: readonly GroupView[]; kinds: readonly ColumnKind[]; correct: Correct }

/** Rows of one state. Faulty cells are put right in their place; the others are not held up by them. */
export function RowsTable({ rows, state, groups, kinds, correct }: RowsTableProps) {
  const t = useText();
  const columns = useColumns(groups, kinds, correct);
  const shown = rows.slice(0, SHOWN);
  return (
    <>
      <Table caption={t(`arrival.state.${state}`, { n: rows.length })} columns={columns} rows={shown} idOf={({ line }) => String(line)} toneOf={() => (state === 'faulty' ? 'bad' : undefined)} empty={<EmptyState title={t(`arrival.none.${state}`)} />} />
      {rows.length > SHOWN ? <p className="sm soft">{t('ui.filter.count', { shown: SHOWN, total: rows.length })}</p> : null}
    </>
  );
}
