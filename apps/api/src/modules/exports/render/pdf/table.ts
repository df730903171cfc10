import type { Table } from '@tegerek/replica';
import type { Line } from './lines.js';
import { linesOf } from './lines.js';
import { columnWidths } from '../column-widths.js';
import { CELL, COLUMN, PAGE } from './look.js';
import type { Sheet } from './sheet.js';

const PAD = 4;
/** A word is not kept whole beyond this width, points. */
const LONGEST = 110;

/** A table with rules between its rows; a row stays on one page, the head comes again on the next. */
export function drawTable(sheet: Sheet, { head, rows, figures }: Table): void {
  const measured = [head, ...rows].map((row, i) => row.map((text) => sizes(sheet, text, i === 0)));
  const widths = columnWidths(head.map((_, column) => Math.max(...measured.map((row) => row[column]?.natural ?? 0))), head.map((_, column) => Math.max(...measured.map((row) => row[column]?.least ?? 0))), COLUMN);
  const draw = (row: readonly string[], isHead: boolean, cell: (column: number, text: () => void) => void): void => {
    const cells = row.map((text, column) => lines(sheet, text, (widths[column] ?? 0) - 2 * PAD, isHead));
    let x = PAGE.left;
    cells.forEach((content, column) => {
      const width = widths[column] ?? 0;
      const left = x;
      cell(column, () => content.forEach((line, i) => sheet.line(line, left + PAD + (column >= figures ? width - 2 * PAD - line.width : 0), sheet.y + PAD / 2 + i * CELL.leading, CELL.size, CELL.color)));
      x += width;
    });
    sheet.y += height(cells);
    sheet.rule(PAGE.left, sheet.y, COLUMN, isHead ? 0.8 : 0.4);
  };
  const heightOf = (row: readonly string[], isHead: boolean): number => height(row.map((text, column) => lines(sheet, text, (widths[column] ?? 0) - 2 * PAD, isHead)));
  sheet.need(heightOf(head, true) + (rows[0] ? heightOf(rows[0], false) : 0) + 6);
  sheet.y += 3;
  sheet.rule(PAGE.left, sheet.y, COLUMN, 0.8);
  sheet.group('Table', undefined, (table) => {
    sheet.group('TR', table, (tr) => draw(head, true, (_, text) => sheet.element('TH', text, tr, { scope: 'Column' })));
    for (const row of rows) {
      if (sheet.need(heightOf(row, false))) draw(head, true, (_, text) => sheet.artifact('Pagination', text));
      sheet.group('TR', table, (tr) => draw(row, false, (_, text) => sheet.element('TD', text, tr)));
    }
  });
  sheet.y += 9;
}

const height = (cells: readonly Line[][]): number => Math.max(1, ...cells.map((content) => content.length)) * CELL.leading + PAD * 1.5;

const lines = (sheet: Sheet, text: string, width: number, isHead: boolean): Line[] => linesOf([{ text, face: isHead ? 'bold' : 'regular', size: CELL.size, rise: 0 }], width, sheet);

function sizes(sheet: Sheet, text: string, isHead: boolean): { natural: number; least: number } {
  const width = (part: string): number => sheet.width(part, isHead ? 'bold' : 'regular', CELL.size) + 2 * PAD + 0.5;
  return { natural: width(text), least: Math.min(LONGEST, Math.max(...text.split(/\s+/u).map(width))) };
}
