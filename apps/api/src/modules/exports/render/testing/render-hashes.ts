import { createHash } from 'node:crypto';
import { buildDocument, tablesOf } from '@tegerek/replica';
import { sampleResolution } from '@tegerek/replica/testing';
import { renderDocx } from '../docx.js';
import { zip } from '../fixed-zip.js';
import { renderPdf } from '../pdf/render-pdf.js';
import { renderXlsx } from '../tables.js';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of the sample as each format whose container could remember when and where it was made. */
export async function renderHashes(): Promise<string> {
  const resolution = sampleResolution();
  const model = buildDocument(resolution, 'e'.repeat(64), 'ru');
  const files = { 'r.docx': await renderDocx(model), 'r.pdf': await renderPdf(model), 't.xlsx': await renderXlsx(tablesOf(resolution, 'ru'), resolution.date) };
  return JSON.stringify([...Object.values(files), zip(files)].map(hash));
}
