import { createHash } from 'node:crypto';
import { printable, type Block, type DocumentModel, type Paragraph, type Run } from '@tegerek/replica';

const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 "Source Serif 4",Georgia,serif}
h1,h2,h3{line-height:1.25;text-wrap:balance}h1{text-align:center;margin-bottom:.25rem}.mark{padding:.5rem;border:2px solid;text-align:center}.dateline{display:flex;justify-content:space-between;gap:1rem}.subtitle{font-size:1.1875rem;font-weight:600;text-align:center;text-wrap:balance}
.meta,.notes,.item-meta{font-size:.9375rem}.item,.item-meta{margin:.25rem 0 .25rem 3rem}.item{margin-top:.75rem}.label{float:left;margin-left:-3rem}table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{border:1px solid currentColor;padding:.25rem .5rem;text-align:left;vertical-align:top}.figure{text-align:right}.scroll{overflow-x:auto}
p{overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}`;

/** For `style-src`: the page's only style is this one. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

export const escapeHtml = (text: string): string => printable(text).replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);

/** A person's words inside a line: whatever script they are in, what stands around them keeps its place. */
export const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** A page that stands alone: no script, no request to anywhere. */
export function renderHtml(model: DocumentModel): string {
  return `<!doctype html>
<html lang="${model.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(model.title)}</title><style>${STYLE}</style></head>
<body><main>
${renderBody(model)}
</main></body></html>
`;
}

/** The document's blocks and footnotes, to stand in a page. */
export function renderBody({ blocks, footnotes }: Pick<DocumentModel, 'blocks' | 'footnotes'>): string {
  const notes = footnotes.map((text, i) => `<li id="n${i + 1}">${escapeHtml(text)} <a href="#r${i + 1}">↑</a></li>`);
  return [...blocks.map(block), ...(notes.length > 0 ? [`<ol class="notes">\n${notes.join('\n')}\n</ol>`] : [])].join('\n');
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': return `<h${each.level}>${escapeHtml(each.text)}</h${each.level}>`;
    case 'paragraph': return paragraph(each);
    case 'numbered': return `<ol>\n${each.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ol>`;
    case 'bullets': return `<ul>\n${each.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': return table(each);
    default: return each satisfies never;
  }
}

function paragraph({ runs, style, label }: Paragraph): string {
  const text = style === 'dateline' ? runs.map((each) => `<span>${run(each)}</span>`).join(' ') : runs.map(run).join('');
  return `<p${style === 'body' ? '' : ` class="${style}"`}>${label ? `<b class="label">${escapeHtml(label)}</b> <bdi>${text}</bdi>` : text}</p>`;
}

const cells = (tag: 'td' | 'th', row: readonly string[], figures: number): string => `<tr>${row.map((cell, i) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}${i >= figures ? ' class="figure"' : ''}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;

const table = ({ head, rows, figures }: Extract<Block, { kind: 'table' }>): string =>
  `<div class="scroll"><table><thead>${cells('th', head, figures)}</thead><tbody>\n${rows.map((row) => cells('td', row, figures)).join('\n')}\n</tbody></table></div>`;

function run({ text, bold, note }: Run): string {
  const plain = escapeHtml(text);
  const marked = bold ? `<strong>${plain}</strong>` : plain;
  return note === undefined ? marked : `${marked}<sup id="r${note}"><a href="#n${note}">${note}</a></sup>`;
}
