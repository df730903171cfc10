import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { TextField } from './text-field.js';
import './table.css';

export interface Column<R> {
  key: string;
  header: ReactNode;
  cell: (row: R) => ReactNode;
  align?: 'right';
  /** Names the row: read out with each of its cells. One column. */
  isRowHeader?: boolean;
}

export interface TableProps<R> {
  /** What the table holds; hidden when a heading above says it. */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  idOf: (row: R) => string;
  /** `bad` marks a faulty row, `on` a chosen one. */
  toneOf?: ((row: R) => 'bad' | 'on' | undefined) | undefined;
  /** Text that a row is found by; beyond 30 rows a filter appears. */
  textOf?: ((row: R) => string) | undefined;
  empty: ReactNode;
}

const FILTER_FROM = 31;

/** Rows on hairlines; more than 30 can be filtered. */
export function Table<R>({ caption, columns, rows, idOf, toneOf, textOf, empty }: TableProps<R>) {
  const { shown, filter } = useListFilter(rows, textOf);
  if (rows.length === 0) return empty;
  return (
    <div>
      {filter}
      <div className="table-wrap">
        <table className="table">
          <caption className="sr-only">{caption}</caption>
          <thead><tr>{columns.map((column) => <th key={column.key} scope="col" className={column.align}>{column.header}</th>)}</tr></thead>
          <tbody>
            {shown.map((row) => (
              <tr key={idOf(row)} className={toneOf?.(row)}>
                {columns.map((column) => (column.isRowHeader === true
                  ? <th key={column.key} scope="row" className={column.align}>{column.cell(row)}</th>
                  : <td key={column.key} className={column.align}>{column.cell(row)}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Filter for any list: `shown` are the rows that match, `filter` the field (nothing up to 30 rows, or without `textOf`). */
export function useListFilter<R>(rows: readonly R[], textOf: ((row: R) => string) | undefined): { shown: readonly R[]; filter: ReactNode } {
  const t = useText();
  const [query, setQuery] = useState('');
  if (textOf === undefined || rows.length < FILTER_FROM) return { shown: rows, filter: null };
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => { const text = textOf(row).toLowerCase(); return words.every((word) => text.includes(word)); });
  const count = t('ui.filter.count', { shown: shown.length, total: rows.length });
  const filter = (
    <div className="table-tools">
      <TextField compact type="search" label={t('ui.filter')} value={query} onChange={setQuery} />
      <span className="sm soft" role="status">{shown.length === 0 ? t('ui.filter.none') : count}</span>
    </div>
  );
  return { shown, filter };
}

/** Buttons that belong together, on one line. */
export function Toolbar({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return <div role="group" aria-label={label} className={classes('toolbar', className)}>{children}</div>;
}
