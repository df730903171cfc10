import type { Lang } from '@tegerek/contracts';
import {
  AlignmentType, BorderStyle, Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IRunOptions, type ISectionOptions,
} from 'docx';
import type { Block, DocumentModel, Run } from '@tegerek/replica';
import { fixedZip } from './fixed-zip.js';

const LOCALES: Record<Lang, string> = { ru: 'ru-RU', ky: 'ky-KG', en: 'en-GB' };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const FONT = 'Times New Roman';

/** Word's format with real styles, numbering, tables and footnotes. The same model gives the same bytes, everywhere and at any time. */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  let lists = 0;
  const children = model.blocks.flatMap((block) => render(block, () => lists++));
  const document = new Document({
    title: model.title, creator: 'Tegerek', lastModifiedBy: 'Tegerek', revision: 1,
    styles: styles(LOCALES[model.lang]),
    numbering: { config: [{ reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 567, hanging: 567 } } } }] }] },
    footnotes: Object.fromEntries(model.footnotes.map((text, i) => [i + 1, { children: [new Paragraph({ children: [new TextRun(text)] })] }])),
    sections: [{ properties: { page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } }, children } satisfies ISectionOptions],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), `${model.date}T00:00:00Z`);
}

function styles(locale: string) {
  const heading = (size: number): { run: IRunOptions; paragraph: object } => ({ run: { font: FONT, size, bold: true, color: '000000' }, paragraph: { spacing: { before: 240, after: 120 }, keepNext: true } });
  return {
    default: {
      document: { run: { font: FONT, size: 24, language: { value: locale, eastAsia: locale } }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(36), heading2: heading(28), heading3: heading(24), footnoteText: { run: { font: FONT, size: 18 } },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 28 }, paragraph: { spacing: { after: 160 } } },
      { id: 'Meta', name: 'Meta', basedOn: 'Normal', run: { size: 22 }, paragraph: { spacing: { after: 60 } } },
    ],
  };
}

function render(block: Block, nextList: () => number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ text: block.text, heading: HEADINGS[block.level] })];
    case 'paragraph': return [new Paragraph({ children: block.runs.flatMap(run), ...(block.style === 'body' ? {} : { style: block.style === 'meta' ? 'Meta' : 'Subtitle' }) })];
    case 'numbered': {
      const instance = nextList();
      return block.items.map((item) => new Paragraph({ text: item, numbering: { reference: 'numbered', level: 0, instance } }));
    }
    case 'bullets': return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }));
    case 'table': return [table(block), new Paragraph({ text: '' })];
    default: return block satisfies never;
  }
}

const run = ({ text, bold, italic, note }: Run): (TextRun | FootnoteReferenceRun)[] => [
  new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) }), ...(note === undefined ? [] : [new FootnoteReferenceRun(note)]),
];

function table({ head, rows, figures }: Extract<Block, { kind: 'table' }>): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  const cell = (text: string, column: number, bold: boolean): TableCell => new TableCell({
    children: [new Paragraph({ style: 'Meta', alignment: figures && column > 0 ? AlignmentType.END : AlignmentType.START, children: [new TextRun({ text, ...(bold ? { bold } : {}) })] })],
  });
  const row = (cells: readonly string[], isHead: boolean): TableRow => new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text, column) => cell(text, column, isHead)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}
