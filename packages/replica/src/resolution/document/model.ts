import type { Lang } from '@tegerek/contracts/wire';

/** A stretch of text; `note` is the number of a footnote that follows it (1…). */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  note?: number;
}

export interface Table {
  kind: 'table';
  head: string[];
  rows: string[][];
  /** Columns of figures are set to the right; the first is never one. */
  figures: boolean;
}

/** Everything that the renderings (DOCX, HTML, Markdown) know; they add no content of their own. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: Run[]; style: 'body' | 'subtitle' | 'meta' }
  | { kind: 'numbered'; items: string[] }
  | { kind: 'bullets'; items: string[] }
  | Table;

export interface DocumentModel {
  lang: Lang;
  title: string;
  /** `YYYY-MM-DD`. */
  date: string;
  blocks: Block[];
  /** Footnote n is `footnotes[n - 1]`. */
  footnotes: string[];
}

/** Code points that XML 1.0 has no way to write become U+FFFD. */
export const xmlSafe = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');

/** Collects blocks and footnotes; every text passes `xmlSafe`. */
export class DocumentBuilder {
  readonly #blocks: Block[] = [];
  readonly #footnotes: string[] = [];

  heading(level: 1 | 2 | 3, text: string): void {
    this.#blocks.push({ kind: 'heading', level, text: xmlSafe(text) });
  }

  paragraph(text: string, style: 'body' | 'subtitle' | 'meta' = 'body'): void {
    this.runs([{ text }], style);
  }

  runs(runs: readonly Run[], style: 'body' | 'subtitle' | 'meta' = 'body'): void {
    this.#blocks.push({ kind: 'paragraph', style, runs: runs.map((run) => ({ ...run, text: xmlSafe(run.text) })) });
  }

  /** `name: value` where there is a value. */
  field(name: string, value: string): void {
    if (value !== '') this.runs([{ text: `${name}: `, bold: true }, { text: value }], 'meta');
  }

  list(kind: 'numbered' | 'bullets', items: readonly string[]): void {
    if (items.length > 0) this.#blocks.push({ kind, items: items.map(xmlSafe) });
  }

  table(head: readonly string[], rows: readonly (readonly (string | number)[])[], figures = true): void {
    this.#blocks.push({ kind: 'table', figures, head: head.map(xmlSafe), rows: rows.map((row) => row.map((cell) => xmlSafe(String(cell)))) });
  }

  /** Adds a footnote and returns its number. */
  note(text: string): number {
    return this.#footnotes.push(xmlSafe(text));
  }

  build(lang: Lang, title: string, date: string): DocumentModel {
    return { lang, title: xmlSafe(title), date, blocks: this.#blocks, footnotes: this.#footnotes };
  }
}

/** Every text of the document in reading order, one per paragraph, list item or cell: what any rendering must read back as. */
export const documentLines = ({ blocks }: Pick<DocumentModel, 'blocks'>): string[] => blocks.flatMap((block) => {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [block.runs.map((run) => run.text).join('')];
    case 'table': return [...block.head, ...block.rows.flat()];
    case 'numbered': case 'bullets': return block.items;
    default: return block satisfies never;
  }
});
