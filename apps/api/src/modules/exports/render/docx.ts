import type { Lang } from '@tegerek/contracts';
import {
  AlignmentType, BorderStyle, Document, Footer, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, WidthType,
  type IParagraphOptions, type IRunOptions, type ISectionOptions,
} from 'docx';
import type { Block, DocumentModel, Paragraph as TextBlock, Run } from '@tegerek/replica';
import { columnWidths } from './column-widths.js';
import { embedFonts, FONT } from './embed-fonts.js';
import { fixedParts, zip } from './fixed-zip.js';

const LOCALES: Record<Lang, string> = { ru: 'ru-RU', ky: 'ky-KG', en: 'en-GB' };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const STYLES = { mark: 'Mark', dateline: 'Dateline', subtitle: 'Subtitle', meta: 'Meta', item: 'Item', 'item-meta': 'ItemMeta' } as const;
/** Twentieths of a point: A4, margins, the column of text, the indent of an item. */
const PAGE = { width: 11_906, height: 16_838, left: 1_588, right: 1_020, top: 1_134, bottom: 1_134 };
const COLUMN = PAGE.width - PAGE.left - PAGE.right;
const HANG = 720;
const RULED = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 };

/** Word's format with real styles, numbering, tables, footnotes, page numbers and its typeface inside. The same model gives the same bytes, everywhere and at any time. */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  let lists = 0;
  const children = model.blocks.flatMap((block) => render(block, () => lists++));
  const document = new Document({
    title: model.title, creator: 'Tegerek', lastModifiedBy: 'Tegerek', revision: 1,
    styles: styles(LOCALES[model.lang]),
    numbering: {
      config: [
        { reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: HANG, hanging: HANG } } } }] },
        { reference: 'dashes', levels: [{ level: 0, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.START, style: { paragraph: { indent: { left: HANG, hanging: HANG } } } }] },
      ],
    },
    footnotes: Object.fromEntries(model.footnotes.map((text, i) => [i + 1, { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${text}`)] })] }])),
    sections: [{
      properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right, footer: 567 } } }, children,
      footers: { default: new Footer({ children: [new Paragraph({ style: 'Meta', alignment: AlignmentType.CENTER, children: [...(model.mark === undefined ? [] : [new TextRun({ text: `${model.mark} `, bold: true })]), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
    } satisfies ISectionOptions],
  });
  const files = fixedParts(new Uint8Array(await Packer.toBuffer(document)), `${model.date}T00:00:00Z`);
  await embedFonts(files);
  return zip(files);
}

function styles(locale: string) {
  const heading = (size: number, before: number, more: object = {}): { run: IRunOptions; paragraph: object } => ({ run: { font: FONT, size, bold: true, color: '000000' }, paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true, ...more } });
  const style = (id: string, run: IRunOptions, paragraph: NonNullable<IParagraphOptions>) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph });
  const indent = { indent: { left: HANG } };
  return {
    default: {
      document: { run: { font: FONT, size: 22, language: { value: locale, eastAsia: locale } }, paragraph: { spacing: { after: 100, line: 288 } } },
      heading1: heading(34, 120, { alignment: AlignmentType.CENTER }), heading2: heading(26, 320), heading3: heading(23, 200), footnoteText: { run: { font: FONT, size: 17 } },
    },
    paragraphStyles: [
      style('Mark', { size: 24, bold: true }, { spacing: { after: 240 }, alignment: AlignmentType.CENTER, border: { top: RULED, bottom: RULED } } as IParagraphOptions),
      style('Dateline', { size: 21 }, { spacing: { after: 320 }, tabStops: [{ type: TabStopType.RIGHT, position: COLUMN }] } as IParagraphOptions),
      style('Subtitle', { size: 26, bold: true }, { spacing: { after: 320 }, alignment: AlignmentType.CENTER }),
      style('Meta', { size: 18, color: '444444' }, { spacing: { after: 50, line: 252 } }),
      style('Item', {}, { spacing: { before: 60, after: 60, line: 288 }, ...indent }),
      style('ItemMeta', { size: 18, color: '444444' }, { spacing: { after: 50, line: 252 }, ...indent }),
      style('Cell', { size: 18 }, { spacing: { before: 30, after: 30, line: 240 } }),
    ],
  };
}

function render(block: Block, nextList: () => number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ text: block.text, heading: HEADINGS[block.level] })];
    case 'paragraph': return [paragraph(block)];
    case 'numbered': case 'bullets': {
      const numbering = { reference: block.kind === 'numbered' ? 'numbered' : 'dashes', level: 0, instance: nextList() };
      return block.items.map((item) => new Paragraph({ text: item, numbering }));
    }
    case 'table': return [table(block), new Paragraph({ text: '', style: 'Cell' })];
    default: return block satisfies never;
  }
}

function paragraph({ runs, style, label }: TextBlock): Paragraph {
  const styled = style === 'body' ? {} : { style: STYLES[style] };
  const tab = new TextRun({ children: [new Tab()] });
  if (style === 'dateline') return new Paragraph({ ...styled, children: runs.flatMap((each, i) => [...(i === 0 ? [] : [tab]), ...run(each)]) });
  // a label hangs in the indent of its item; what follows it stays with it
  const labelled = label ? { indent: { left: HANG, hanging: HANG }, tabStops: [{ type: TabStopType.LEFT, position: HANG }], keepNext: true } : {};
  return new Paragraph({ ...styled, ...labelled, children: [...(label ? [new TextRun({ text: label, bold: true }), tab] : []), ...runs.flatMap(run)] });
}

const run = ({ text, bold, note }: Run): (TextRun | FootnoteReferenceRun)[] => [
  new TextRun({ text, ...(bold ? { bold } : {}) }), ...(note === undefined ? [] : [new FootnoteReferenceRun(note)]),
];

/** Roughly, in twentieths of a point: bold 9-point letters and the padding of a cell. */
const wide = (text: string): number => text.length * 122 + 240;

function table({ head, rows, figures }: Extract<Block, { kind: 'table' }>): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const all = [head, ...rows];
  const most = (column: number, of: (text: string) => number): number => Math.max(...all.map((row) => of(row[column] ?? '')));
  const widths = columnWidths(head.map((_, i) => most(i, wide)), head.map((_, i) => Math.min(2_400, most(i, (text) => Math.max(...text.split(/\s+/u).map(wide))))), COLUMN).map(Math.floor);
  const cell = (text: string, column: number, bold: boolean): TableCell => new TableCell({
    width: { size: widths[column] ?? 0, type: WidthType.DXA },
    children: [new Paragraph({ style: 'Cell', alignment: column >= figures ? AlignmentType.END : AlignmentType.START, children: [new TextRun({ text, ...(bold ? { bold } : {}) })] })],
  });
  const row = (cells: readonly string[], isHead: boolean): TableRow => new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text, column) => cell(text, column, isHead)) });
  return new Table({
    width: { size: COLUMN, type: WidthType.DXA }, columnWidths: widths, rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    borders: { top: { ...line, size: 8 }, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
  });
}
