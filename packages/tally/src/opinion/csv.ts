import { TallyInputError } from '../errors.js';

/** One field with the place where it began (1-based). */
export interface CsvField {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const PLAIN_END = /[,\r\n]/g;

/**
 * Reads RFC 4180 text: comma, optional double quotes, LF or CRLF, a byte-order mark allowed, empty lines skipped.
 * Throws `TallyInputError` (`csv.quote`) with line and column for a quote that never ends or is followed by text.
 */
export function parseCsv(text: string): CsvField[][] {
  const reader = new Reader(text);
  const rows: CsvField[][] = [];
  while (!reader.atEnd()) {
    const row = reader.row();
    if (row.length > 1 || row[0]!.text !== '') rows.push(row);
  }
  return rows;
}

class Reader {
  private at: number;
  private line = 1;
  private lineStart: number;

  constructor(private readonly text: string) {
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.lineStart = this.at;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  row(): CsvField[] {
    const row: CsvField[] = [];
    for (;;) {
      row.push(this.field());
      if (this.text[this.at] === ',') {
        this.at++;
        continue;
      }
      if (this.text[this.at] === '\r') this.at++;
      if (this.text[this.at] === '\n') this.at++;
      this.newLine();
      return row;
    }
  }

  private newLine(): void {
    this.line++;
    this.lineStart = this.at;
  }

  private field(): CsvField {
    const start = { line: this.line, column: this.at - this.lineStart + 1 };
    if (this.text[this.at] === '"') return { text: this.quoted(start), ...start };
    PLAIN_END.lastIndex = this.at;
    const end = PLAIN_END.exec(this.text)?.index ?? this.text.length;
    const text = this.text.slice(this.at, end);
    this.at = end;
    return { text, ...start };
  }

  private quoted(start: { line: number; column: number }): string {
    let out = '';
    this.at++;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) throw new TallyInputError('csv.quote', 'expected a closing quote, found the end of the text', start);
      this.passLines(this.at, end);
      out += this.text.slice(this.at, end);
      this.at = end + 1;
      if (this.text[this.at] !== '"') break;
      out += '"';
      this.at++;
    }
    const next = this.text[this.at];
    if (next !== undefined && next !== ',' && next !== '\n' && next !== '\r') {
      throw new TallyInputError('csv.quote', `expected a comma or the end of the line after a quoted field, found "${next}"`, { line: this.line, column: this.at - this.lineStart + 1 });
    }
    return out;
  }

  private passLines(from: number, to: number): void {
    for (let i = this.text.indexOf('\n', from); i >= 0 && i < to; i = this.text.indexOf('\n', i + 1)) {
      this.line++;
      this.lineStart = i + 1;
    }
  }
}
