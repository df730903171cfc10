import { sha256Hex } from '@tegerek/ballot';
import { canonicalize, LANGS, type ResolutionHead, type Snapshot } from '@tegerek/contracts';
import { buildDocument, composeResolution, documentLines, printedLines, type ResolutionDocument, type ResolutionTerms } from '@tegerek/replica';
import type { Findings } from '../report.js';
import { textOf, type Files } from '../read/container.js';
import { firstDifference } from '../read/json-lines.js';
import { readDocx } from './docx-text.js';
import { readPdf } from './pdf-text.js';

export const resolutionName = (number: number): string => `resolutions/${number}.json`;
export const docxName = (number: number, lang: string): string => `resolutions/${number}.${lang}.docx`;

export const pdfName = (number: number, lang: string): string => `resolutions/${number}.${lang}.pdf`;

/** C10–C11: each published resolution is what the log up to its entry composes, and its documents say it word for word. */
export function checkResolution(files: Files, stated: ResolutionHead & ResolutionTerms, fold: { snapshot: Snapshot; head: { seq: number; hash: string } } | undefined, findings: Findings): void {
  const name = resolutionName(stated.number);
  if (!fold) {
    findings.add('resolution.based-on', name, `resolution ${stated.number} is based on entry ${stated.basedOnSeq}, which is not before its publication`);
    return;
  }
  const composed = composeResolution(fold.snapshot, fold.head, stated);
  const canon = canonicalize(composed);
  if (sha256Hex(canon) !== stated.sha256) findings.add('resolution.hash', name, `resolution ${stated.number}: what the log composes has another SHA-256 than the one that was published`);
  checkData(files, name, composed, canon, findings);
  for (const lang of LANGS) {
    const model = buildDocument(composed, sha256Hex(canon), lang);
    findings.guard('docx.read', docxName(stated.number, lang), () => checkDocx(files, docxName(stated.number, lang), model, findings));
    findings.guard('pdf.read', pdfName(stated.number, lang), () => checkPdf(files, pdfName(stated.number, lang), model, findings));
  }
}

function checkData(files: Files, name: string, composed: ResolutionDocument, canon: string, findings: Findings): void {
  const bytes = files[name];
  if (!bytes) { findings.add('file.missing', name, 'the file is not in the bundle'); return; }
  findings.guard('resolution.data', name, () => {
    const text = textOf(bytes);
    if (text === canon) return;
    const path = firstDifference(JSON.parse(text), JSON.parse(canon));
    findings.add('resolution.data', name, path === null ? 'the data is not in its canonical form' : `${placeOf(composed, path)}: the document differs from what the log composes at ${path}`);
  });
}

/** Names the recommendation that a path leads into. */
function placeOf(composed: ResolutionDocument, path: string): string {
  const [, panel = '', list = '', index = ''] = /^panels\.(\d+)\.(recommendations|notAdopted)\.(\d+)/u.exec(path) ?? [];
  if (list === '') return 'resolution';
  const found = composed.panels[Number(panel)]?.[list as 'recommendations' | 'notAdopted'][Number(index)];
  return found ? `decision ${found.number} «${found.fields.title || found.fields.text.slice(0, 60)}»` : 'resolution';
}

function checkDocx(files: Files, name: string, model: ReturnType<typeof buildDocument>, findings: Findings): void {
  const bytes = files[name];
  if (!bytes) { findings.add('file.missing', name, 'the file is not in the bundle'); return; }
  const { paragraphs, footnotes, foot, unknown } = readDocx(bytes);
  const found = paragraphs.map(plain).filter((line) => line !== '');
  const expected = documentLines(model).map(plain).filter((line) => line !== '');
  const at = expected.findIndex((line, i) => found[i] !== line);
  if (at >= 0) findings.add('docx.text', name, `${decisionBefore(expected, at)}paragraph ${at + 1} should be «${clip(expected[at])}», it is «${clip(found[at])}»`);
  else if (found.length > expected.length) findings.add('docx.text', name, `there is more text than the resolution has: «${clip(found[expected.length])}»`);
  const note = model.footnotes.findIndex((line, i) => plain(footnotes[i] ?? '') !== plain(line));
  if (note >= 0 || footnotes.length !== model.footnotes.length) findings.add('docx.notes', name, `footnote ${note + 1} is not that of the resolution`);
  if (foot !== (model.mark ?? '')) findings.add('docx.foot', name, `the foot of its pages says «${clip(foot)}» and not «${model.mark ?? ''}»`);
  for (const part of unknown) findings.add('docx.content', name, `the document holds ${part}, which the exporter never writes`);
}

/** Lines break anywhere in a PDF, so its letters are compared without spaces; joiners have no width. */
const letters = (text: string): string => text.normalize('NFC').replace(/\s|\u{200C}|\u{200D}|\u{FE0F}/gu, '');

function checkPdf(files: Files, name: string, model: ReturnType<typeof buildDocument>, findings: Findings): void {
  const bytes = files[name];
  if (!bytes) { findings.add('file.missing', name, 'the file is not in the bundle'); return; }
  const { text, artifacts, unknown } = readPdf(bytes);
  const found = letters(text);
  const expected = printedLines(model);
  let at = 0;
  const wrong = expected.findIndex((line) => {
    const part = letters(line);
    if (!found.startsWith(part, at)) return true;
    at += part.length;
    return false;
  });
  if (wrong >= 0) findings.add('pdf.text', name, `${decisionBefore(expected, wrong)}the text «${clip(expected[wrong])}» is not what the file says there: «${clip(found.slice(at, at + 90))}»`);
  else if (at < found.length) findings.add('pdf.text', name, `there is more text than the resolution has: «${clip(found.slice(at))}»`);
  const heads = new Set(model.blocks.flatMap((block) => (block.kind === 'table' ? block.head.map(letters) : [])));
  if (model.mark !== undefined && !artifacts.map(letters).includes(letters(model.mark))) findings.add('pdf.foot', name, `its pages do not say «${model.mark}»`);
  for (const artifact of artifacts.map(letters)) if (!/^\d+\/\d+$/u.test(artifact) && !heads.has(artifact) && artifact !== letters(model.mark ?? '')) findings.add('pdf.content', name, `the file marks «${clip(artifact)}» as no part of the text`);
  for (const part of unknown) findings.add('pdf.content', name, `the file holds ${part}, which the exporter never writes`);
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The last decision whose number stands at or before a paragraph. */
function decisionBefore(expected: readonly string[], at: number): string {
  const line = expected.slice(0, at + 1).findLast((each) => /^\d+\.\d+ /u.test(each));
  return line === undefined ? '' : `decision ${clip(line)}: `;
}

const clip = (text: string | undefined): string => (text === undefined ? '' : text.length > 90 ? `${text.slice(0, 90)}…` : text);
