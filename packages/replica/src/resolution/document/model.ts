import type { Lang } from '@tegerek/contracts/wire';
import { printable } from './printable.js';

/** A stretch of text; `note` is the number of a footnote that follows it (1…). */
export interface Run {
  text: string;
  bold?: true;
  note?: number;
}

export interface Table {
  kind: 'table';
  head: string[];
  rows: string[][];
  /** Columns from this one on hold figures and are set to the right. */
  figures: number;
}

/**
 * `mark`: what the document must not be taken for · `dateline`: two runs, the second at the right edge · `subtitle`: centred under the title · `meta`: small print · `item`: hangs behind its
 * label · `item-meta`: small print below an item.
 */
export type ParagraphStyle = 'body' | 'mark' | 'dateline' | 'subtitle' | 'meta' | 'item' | 'item-meta';

export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  style: ParagraphStyle;
  /** `2.3`, `–`; with `item` only. */
  label?: string;
}

/** Everything that the renderings (DOCX, PDF, HTML, Markdown) know; they add no content of their own but page numbers, after the document's mark. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | Paragraph
  | { kind: 'numbered'; items: string[] }
  | { kind: 'bullets'; items: string[] }
  | Table;

export interface DocumentModel {
  lang: Lang;
  title: string;
  /** Stands at the foot of every page: «РЕПЕТИЦИЯ». */
  mark?: string;
  /** `YYYY-MM-DD`. */
  date: string;
  blocks: Block[];
  /** Footnote n is `footnotes[n - 1]`. */
  footnotes: string[];
}

/** Collects blocks and footnotes; every text passes `printable`. */
export class DocumentBuilder {
  readonly #blocks: Block[] = [];
  readonly #footnotes: string[] = [];
  #mark: string | undefined;

  /** Nobody shall take the document for a real one: `words` before everything else, `mark` in its title and on each page. */
  mark(mark: string, words: string): void {
    this.#mark = mark;
    this.runs([{ text: words, bold: true }], 'mark');
  }

  heading(level: 1 | 2 | 3, text: string): void {
    this.#blocks.push({ kind: 'heading', level, text: printable(text) });
  }

  paragraph(text: string, style: ParagraphStyle = 'body'): void {
    if (text !== '') this.runs([{ text }], style);
  }

  runs(runs: readonly Run[], style: ParagraphStyle = 'body', label?: string): void {
    this.#blocks.push({ kind: 'paragraph', style, runs: runs.map((run) => ({ ...run, text: printable(run.text) })), ...(label === undefined ? {} : { label: printable(label) }) });
  }

  /** `name: value; name: value` of those that have a value, names bold. */
  fields(fields: readonly (readonly [string, string])[], style: ParagraphStyle = 'meta'): void {
    const given = fields.filter(([, value]) => value !== '');
    if (given.length > 0) this.runs(given.flatMap(([name, value], i): Run[] => [...(i === 0 ? [] : [{ text: '; ' }]), { text: `${i === 0 ? name : name.toLowerCase()}: `, bold: true }, { text: value }]), style);
  }

  list(kind: 'numbered' | 'bullets', items: readonly string[]): void {
    if (items.length > 0) this.#blocks.push({ kind, items: items.map(printable) });
  }

  table(head: readonly string[], rows: readonly (readonly (string | number)[])[], figures = 1): void {
    this.#blocks.push({ kind: 'table', figures, head: head.map(printable), rows: rows.map((row) => row.map((cell) => printable(String(cell)))) });
  }

  /** Adds a footnote and returns its number. */
  note(text: string): number {
    return this.#footnotes.push(printable(text));
  }

  build(lang: Lang, title: string, date: string): DocumentModel {
    return { lang, title: printable(this.#mark === undefined ? title : `${this.#mark}: ${title}`), ...(this.#mark === undefined ? {} : { mark: this.#mark }), date, blocks: this.#blocks, footnotes: this.#footnotes };
  }
}
