import type { Block, DocumentModel, Paragraph, Run } from '@tegerek/replica';

/** CommonMark with tables and footnotes (GFM); nothing of a text is read as markup. */
export function renderMarkdown({ blocks, footnotes }: DocumentModel): string {
  const notes = footnotes.map((text, i) => `[^${i + 1}]: ${escape(text)}`);
  return `${[...blocks.map(block), ...notes].join('\n\n')}\n`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': return `${'#'.repeat(each.level)} ${escape(each.text)}`;
    case 'paragraph': return paragraph(each);
    case 'numbered': return each.items.map((item, i) => `${i + 1}. ${escape(item)}`).join('\n');
    case 'bullets': return each.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'table': return [row(each.head), `|${each.head.map((_, i) => (i >= each.figures ? ' --: ' : ' --- ')).join('|')}|`, ...each.rows.map(row)].join('\n');
    default: return each satisfies never;
  }
}

function paragraph({ runs, style, label }: Paragraph): string {
  const text = runs.map(run).join(style === 'dateline' ? '  \n' : '');
  return label ? `**${escape(label)}** ${text}` : text;
}

const row = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;

/** Emphasis marks must touch the text, so outer spaces stay outside. */
function run({ text, bold, note }: Run): string {
  const mark = bold ? '**' : '';
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return `${before}${middle === '' ? '' : mark + escape(middle) + mark}${after}${note === undefined ? '' : `[^${note}]`}`;
}

const escape = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>()#+!|~&$^-]/gu, '\\$&').replace(/^(\d+)\./u, '$1\\.').replace(/(?<=\w)\\-(?=\w)/gu, '-');
