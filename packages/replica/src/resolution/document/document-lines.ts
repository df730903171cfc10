import type { Block, DocumentModel, Run } from './model.js';

const textOf = (runs: readonly Run[], withNotes: boolean): string => runs.map(({ text, note }) => text + (withNotes && note !== undefined ? String(note) : '')).join('');

function linesOf(block: Block, withNotes: boolean): string[] {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [block.style === 'dateline' ? block.runs.map(({ text }) => text).join(' ') : `${block.label ? `${block.label} ` : ''}${textOf(block.runs, withNotes)}`];
    case 'table': return [...block.head, ...block.rows.flat()];
    case 'numbered': return withNotes ? block.items.map((item, i) => `${i + 1}. ${item}`) : block.items;
    case 'bullets': return withNotes ? block.items.map((item) => `– ${item}`) : block.items;
    default: return block satisfies never;
  }
}

/** Every text of the document in reading order, one per paragraph, list item or cell: what any rendering must read back as. Footnotes apart. */
export const documentLines = ({ blocks }: Pick<DocumentModel, 'blocks'>): string[] => blocks.flatMap((block) => linesOf(block, false));

/** A stretch from one heading of level 1 or 2 to the next, with the numbers of the footnotes that it refers to. */
export interface Section {
  blocks: Block[];
  notes: number[];
}

/** The document by sections: where footnotes stand at the end of theirs, as in the PDF. */
export function sectionsOf({ blocks }: Pick<DocumentModel, 'blocks'>): Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    let section = sections.at(-1);
    if (!section || (block.kind === 'heading' && block.level <= 2)) sections.push((section = { blocks: [], notes: [] }));
    section.blocks.push(block);
    if (block.kind === 'paragraph') section.notes.push(...block.runs.flatMap(({ note }) => note ?? []));
  }
  return sections;
}

/** Every text in the order of a rendering that numbers its lists itself and puts footnotes at the end of their section. */
export const printedLines = (model: Pick<DocumentModel, 'blocks' | 'footnotes'>): string[] =>
  sectionsOf(model).flatMap(({ blocks, notes }) => [...blocks.flatMap((block) => linesOf(block, true)), ...notes.map((note) => `${note} ${model.footnotes[note - 1] ?? ''}`)]);
