import Papa from 'papaparse';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row as it stands in its file: `line` counts rows from 1. */
export interface SourceRow { line: number; cells: readonly string[] }

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Rows with anything in them; numbers are kept as the table program counts them. */
export const numbered = (rows: readonly (readonly string[])[]): SourceRow[] => rows.flatMap((cells, at) => (isEmpty(cells) ? [] : [{ line: at + 1, cells }]));

/** The first line of Excel's own files may name the separator: `sep=;`. */
const NAMED = /^sep=(.)\r?\n/u;

const isSeparator = (found: string): found is Separator => (SEPARATORS as readonly string[]).includes(found);

/**
 * Separated text with quoted fields, which may hold separators and line ends. The separator is guessed unless it is given; one column alone
 * has none to guess and is read as with commas.
 */
export function readCsv(text: string, given: Separator | null): { rows: SourceRow[]; separator: Separator } {
  const named = NAMED.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const own = named?.[1] !== undefined && isSeparator(named[1]) ? named[1] : null;
  const { data, meta } = Papa.parse<string[]>(body, { delimiter: given ?? own ?? '', delimitersToGuess: [...SEPARATORS], skipEmptyLines: false });
  return { rows: numbered(data).map(({ line, cells }) => ({ line: line + (named === null ? 0 : 1), cells })), separator: isSeparator(meta.delimiter) ? meta.delimiter : ',' };
}

/** A cell that a table program would run as a formula is written as text; the wide signs of East Asian keyboards run too. */
const FORMULA = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Separated text with a mark for UTF-8, so that Excel reads Kyrgyz. Nothing in it runs as a formula. */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): Blob =>
  new Blob(['\uFEFF', Papa.unparse(rows.map((row) => [...row]), { delimiter: ';', escapeFormulae: FORMULA })], { type: 'text/csv;charset=utf-8' });
