import { Fragment } from 'react';
import './fonts-document.css';
import './paper.css';

interface Run { text: string; bold?: true; note?: number }
type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: Run[]; style: string; label?: string }
  | { kind: 'numbered' | 'bullets'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][]; figures: number };

/** What a document shows, as `DocumentModel` has it. */
export interface PaperModel {
  lang: string;
  title: string;
  blocks: readonly Block[];
  footnotes: readonly string[];
}

const Runs = ({ runs }: { runs: readonly Run[] }) => runs.map(({ text, bold, note }, index) => (
  <Fragment key={index}>{bold ? <b>{text}</b> : text}{note === undefined ? null : <sup>{note}</sup>}</Fragment>
));

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': { const Tag = `h${block.level + 2}` as 'h3' | 'h4' | 'h5'; return <Tag className={`paper-h${block.level}`}>{block.text}</Tag>; }
    case 'paragraph': return (
      <p className={`paper-${block.style}`}>{block.label ? <span className="paper-label">{block.label}</span> : null}
        {block.style === 'dateline' ? block.runs.map(({ text }, index) => <span key={index}>{text}</span>) : <Runs runs={block.runs} />}</p>
    );
    case 'numbered': return <ol>{block.items.map((item, index) => <li key={index}>{item}</li>)}</ol>;
    case 'bullets': return <ul>{block.items.map((item, index) => <li key={index}>{item}</li>)}</ul>;
    case 'table': return (
      <div className="paper-table"><table><thead><tr>{block.head.map((cell, column) => <th key={column} scope="col" className={column >= block.figures ? 'figure' : undefined}>{cell}</th>)}</tr></thead>
        <tbody>{block.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column} className={column >= block.figures ? 'figure' : undefined}>{cell}</td>)}</tr>)}</tbody></table></div>
    );
    default: return null;
  }
}

/** A document as it will be printed, to stand beside its editor. Headings step down two levels: the page has its own. */
export function Paper({ model, label }: { model: PaperModel; label: string }) {
  return (
    // it scrolls by itself, so the keyboard must reach it
    <section className="paper-desk" aria-label={label} tabIndex={0}> {/* eslint-disable-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region */}
      <article className="paper" lang={model.lang}>
        {model.blocks.map((block, index) => <PaperBlock key={index} block={block} />)}
        {model.footnotes.length === 0 ? null : <ol className="paper-notes">{model.footnotes.map((note, index) => <li key={index}>{note}</li>)}</ol>}
      </article>
    </section>
  );
}
