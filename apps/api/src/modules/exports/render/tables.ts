import type { DataTable } from '@tegerek/replica';
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { fixedParts, zip } from './fixed-zip.js';

/** What a spreadsheet would take for a formula, also behind spaces and in full width: it gets an apostrophe in front. */
const FORMULA = /^[\s\u{FEFF}]*[=+\-@\t\r＝＋－＠]|^[\t\r\n]/u;

/** A text that no spreadsheet runs. */
export const disarmed = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A text as a workbook can hold it: `_xHHHH_` would be read as one character, and the library drops the mark of what XML cannot write. */
export const inWorkbook = (text: string): string => disarmed(text).replaceAll('\u{FFFD}', '\u{25A1}').replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');

/** CSV with a byte order mark, every text quoted. */
export function renderCsv({ head, rows }: DataTable): string {
  return stringify([head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? disarmed(cell) : cell))), { bom: true, quoted_string: true, record_delimiter: 'windows' });
}

/** A workbook with one sheet for each table; texts are texts and figures figures. `date` stands for when it was made. */
export async function renderXlsx(tables: readonly DataTable[], date: string): Promise<Uint8Array> {
  const sheets = tables.map(({ title, head, rows }) => ({
    sheet: title.slice(0, 31), stickyRowsCount: 1, columns: head.map((name, i) => ({ width: Math.min(60, Math.max(8, name.length + 2, ...rows.slice(0, 50).map((row) => Math.min(60, String(row[i] ?? '').length)))) })),
    data: [head.map((value) => ({ value: inWorkbook(value), fontWeight: 'bold' as const, type: String })), ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? { value: cell, type: Number } : { value: inWorkbook(cell), type: String, wrap: true })))],
  }));
  const bytes = await writeXlsxFile(sheets).toBuffer();
  return zip(fixedParts(new Uint8Array(bytes), `${date}T00:00:00Z`));
}
