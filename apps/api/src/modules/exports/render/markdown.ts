import type { Block, DocumentModel, Run } from '@tegerek/replica';

/** CommonMark with tables and footnotes (GFM); nothing of a text is read as markup. */
export function renderMarkdown({ blocks, footnotes }: DocumentModel): string {
  const notes = footnotes.map((text, i) => `[^${i + 1}]: ${escape(text)}`);
  return `${[...blocks.map(block), ...notes].join('\n\n')}\n`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': return `${'#'.repeat(each.level)} ${escape(each.text)}`;
    case 'paragraph': return each.runs.map(run).join('');
    case 'numbered': return each.items.map((item, i) => `${i + 1}. ${escape(item)}`).join('\n');
    case 'bullets': return each.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'table': return [row(each.head), `|${each.head.map((_, i) => (each.figures && i > 0 ? ' --: ' : ' --- ')).join('|')}|`, ...each.rows.map(row)].join('\n');
    default: return each satisfies never;
  }
}

const row = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;

/** Emphasis marks must touch the text, so outer spaces stay outside. */
function run({ text, bold, italic, note }: Run): string {
  const mark = bold ? '**' : italic ? '*' : '';
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return `${before}${middle === '' ? '' : mark + escape(middle) + mark}${after}${note === undefined ? '' : `[^${note}]`}`;
}

const escape = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>()#+!|~&$^-]/gu, '\\$&').replace(/^(\d+)\./u, '$1\\.').replace(/(?<=\w)\\-(?=\w)/gu, '-');
