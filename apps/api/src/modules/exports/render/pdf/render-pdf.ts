import { setImmediate as breathe } from 'node:timers/promises';
import { sectionsOf, type Block, type DocumentModel, type Run } from '@tegerek/replica';
import type { Face } from '../fonts.js';
import { linesOf } from './lines.js';
import { COLUMN, HANG, HEADS, LOOKS, NOTE, PAGE, type Look } from './look.js';
import { Sheet } from './sheet.js';
import { drawTable } from './table.js';

/**
 * A PDF with extractable text, language, bookmarks and tagged structure; footnotes stand at the end of their section. The same model gives
 * the same bytes, everywhere and at any time. `progress`: blocks done, of all; a rejection by `signal` ends the work.
 */
export async function renderPdf(model: DocumentModel, progress: (done: number, of: number) => void = () => undefined, signal?: AbortSignal): Promise<Uint8Array> {
  const sheet = new Sheet(model);
  let done = 0;
  for (const { blocks, notes } of sectionsOf(model)) {
    for (const [i, block] of blocks.entries()) {
      drawBlock(sheet, block, blocks[i + 1]);
      if (++done % 25 === 0) {
        progress(done, model.blocks.length);
        await breathe();
        signal?.throwIfAborted();
      }
    }
    drawNotes(sheet, model, notes);
  }
  return sheet.finish();
}

function drawBlock(sheet: Sheet, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case 'heading': {
      const look = HEADS[block.level];
      // a heading stays with what follows it
      sheet.need(look.before + look.leading * 2 + (next?.kind === 'heading' ? 64 : 46));
      sheet.y += sheet.y === PAGE.top ? 0 : look.before;
      sheet.bookmark(block.level, block.text);
      return sheet.element(`H${block.level}`, () => flow(sheet, [{ text: block.text }], look));
    }
    case 'paragraph': {
      const look = LOOKS[block.style];
      if (block.style === 'dateline') return drawDateline(sheet, block.runs, look);
      if (block.style === 'item') sheet.need(look.before + look.leading * (next?.kind === 'paragraph' && next.style !== 'item' ? 3 : 2));
      if (block.label !== '') sheet.y += look.before;
      return sheet.element('P', () => flow(sheet, block.runs, look, block.label));
    }
    case 'numbered': case 'bullets':
      return sheet.group('L', undefined, (list) => block.items.forEach((text, i) => sheet.group('LI', list, (item) =>
        sheet.element('LBody', () => flow(sheet, [{ text }], { ...LOOKS.item, before: 0 }, block.kind === 'numbered' ? `${i + 1}.` : '–'), item))));
    case 'table': return drawTable(sheet, block);
    default: return block satisfies never;
  }
}

/** Running text from the current place on, over as many pages as it needs. */
function flow(sheet: Sheet, runs: readonly Run[], look: Look, label?: string): void {
  const lines = linesOf(partsOf(runs, look), COLUMN - look.indent, sheet);
  lines.forEach((line, i) => {
    // no single line of a longer paragraph at the end of a page
    sheet.need(look.leading * (i === 0 && lines.length > 2 ? 2 : 1));
    if (i === 0 && label) for (const part of linesOf([{ text: label, face: 'bold', size: look.size, rise: 0 }], COLUMN, sheet)) sheet.line(part, PAGE.left, sheet.y, look.size, look.color);
    const x = PAGE.left + look.indent + (look.align === 'centre' ? (COLUMN - line.width) / 2 : 0);
    sheet.line(line, x, sheet.y, look.size, look.color);
    sheet.y += look.leading;
  });
  sheet.y += look.after;
}

const partsOf = (runs: readonly Run[], { size, bold }: Look): { text: string; face: Face; size: number; rise: number }[] => runs.flatMap((run) => [
  { text: run.text, face: bold || run.bold ? 'bold' as const : 'regular' as const, size, rise: 0 },
  ...(run.note === undefined ? [] : [{ text: String(run.note), face: 'regular' as const, size: size * 0.62, rise: size * 0.36 }]),
]);

/** Place at the left edge, date at the right. */
function drawDateline(sheet: Sheet, [left, right]: readonly Run[], look: Look): void {
  sheet.element('P', () => {
    const place = linesOf([{ text: left?.text ?? '', face: 'regular', size: look.size, rise: 0 }], COLUMN * 0.6, sheet);
    const date = linesOf([{ text: right?.text ?? '', face: 'regular', size: look.size, rise: 0 }], COLUMN * 0.4, sheet);
    place.forEach((line, i) => sheet.line(line, PAGE.left, sheet.y + i * look.leading, look.size, look.color));
    date.forEach((line, i) => sheet.line(line, PAGE.left + COLUMN - line.width, sheet.y + i * look.leading, look.size, look.color));
    sheet.y += Math.max(place.length, date.length) * look.leading + look.after;
  });
}

function drawNotes(sheet: Sheet, { footnotes }: DocumentModel, notes: readonly number[]): void {
  if (notes.length === 0) return;
  sheet.need(NOTE.leading * 2 + 12);
  sheet.y += 6;
  sheet.rule(PAGE.left, sheet.y, HANG * 4);
  sheet.y += 5;
  for (const note of notes) sheet.element('Note', () => flow(sheet, [{ text: footnotes[note - 1] ?? '' }], NOTE, String(note)));
}
