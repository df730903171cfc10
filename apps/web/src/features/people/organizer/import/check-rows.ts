import type { Lang } from '@tegerek/contracts';
import type { GroupNames } from '../paste.js';
import type { ColumnKind } from './columns.js';
import { findKnown, personKey, type KnownPeople, type KnownPerson } from './match-people.js';
import type { SourceRow } from './read-csv.js';
import { readPerson, type Fault, type PersonDraft } from './read-person.js';

export type RowState = 'ready' | 'there' | 'faulty';
export interface CheckedRow { line: number; cells: readonly string[]; draft: PersonDraft; state: RowState; faults: readonly Fault[]; known: KnownPerson | null }

/** What a person has put right, by line and kind of column. */
export type Fixes = ReadonlyMap<number, Partial<Record<ColumnKind, string>>>;

export interface RowsContext {
  columns: readonly ColumnKind[];
  groups: GroupNames;
  language: Lang;
  known: KnownPeople;
  fixes: Fixes;
  /** Lines of which a person says that they are somebody else, though they read the same. */
  twins: ReadonlySet<number>;
}

function cellsOf(row: SourceRow, { columns, fixes }: RowsContext): Partial<Record<ColumnKind, string>> {
  const cells: Partial<Record<ColumnKind, string>> = {};
  for (const [at, kind] of columns.entries()) if (kind !== 'ignore') cells[kind] = row.cells[at] ?? '';
  return { ...cells, ...fixes.get(row.line) };
}

interface Read { columns: RowsContext['columns']; groups: GroupNames; language: Lang; fix: unknown; person: ReturnType<typeof readPerson>; key: string }
/** A row is read once: while somebody types into one cell, the other thousands stay as they were. */
const readings = new WeakMap<SourceRow, Read>();

function read(row: SourceRow, context: RowsContext): Read {
  const { columns, groups, language, fixes } = context;
  const fix = fixes.get(row.line);
  const last = readings.get(row);
  if (last?.columns === columns && last.groups === groups && last.language === language && last.fix === fix) return last;
  const person = readPerson(cellsOf(row, context), context);
  const now = { columns, groups, language, fix, person, key: personKey(person.draft) };
  readings.set(row, now);
  return now;
}

/** Who is read twice, and which number is asked for twice: the first line keeps it. */
class Seen {
  readonly #lines = new Map<string, number>();

  /** The line that had this first; `undefined`: this one. */
  first(key: string, line: number): number | undefined {
    const first = this.#lines.get(key);
    this.#lines.set(key, first ?? line);
    return first;
  }
}

function numberFault({ number }: PersonDraft, line: number, { known }: RowsContext, seen: Seen): Fault | null {
  if (number === null) return null;
  const holder = known.byNumber.get(number);
  const other = seen.first(`№${number}`, line);
  if (holder !== undefined) return { kind: 'number', reason: 'number-taken', details: { name: holder.name } };
  return other === undefined ? null : { kind: 'number', reason: 'number-twice', details: { line: other } };
}

/**
 * Each row of a file as a person to be added, one who is there already, or a faulty one with its reasons. The order of rows decides between two that
 * say the same. The same file and the same list of seats give the same answer.
 */
export function checkRows(rows: readonly SourceRow[], context: RowsContext): CheckedRow[] {
  const seen = new Seen();
  return rows.map((row): CheckedRow => {
    const { person: { draft, faults }, key } = read(row, context);
    const checked = { line: row.line, cells: row.cells, draft, known: findKnown(draft, key, context.known) ?? null };
    if (faults.length > 0) return { ...checked, state: 'faulty', faults };
    const twin = seen.first(`${key}\n${draft.number ?? ''}`, row.line);
    if (twin !== undefined && !context.twins.has(row.line)) return { ...checked, state: 'faulty', faults: [{ kind: 'name', reason: 'same-person', details: { line: twin } }] };
    if (checked.known !== null) return { ...checked, state: 'there', faults };
    const fault = numberFault(draft, row.line, context, seen);
    return fault === null ? { ...checked, state: 'ready', faults } : { ...checked, state: 'faulty', faults: [fault] };
  });
}

/** Numbers for those who bring none: they follow the highest in use and the file's own. */
export function withNumbers(rows: readonly CheckedRow[], known: KnownPeople): (CheckedRow & { number: number })[] {
  const own = new Set(rows.flatMap(({ draft }) => (draft.number === null ? [] : [draft.number])));
  let next = known.highest;
  return rows.map((row) => {
    if (row.draft.number !== null) return { ...row, number: row.draft.number };
    do next += 1; while (own.has(next));
    return { ...row, number: next };
  });
}
