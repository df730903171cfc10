import { createHash } from 'node:crypto';
import { buildDocument } from '@tegerek/replica';
import { sampleResolution } from '@tegerek/replica/testing';
import { renderDocx } from '../docx.js';
import { renderPdf } from '../pdf/render-pdf.js';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of the sample as each format whose container could remember when and where it was made. */
export async function renderHashes(): Promise<string> {
  const model = buildDocument(sampleResolution(), 'e'.repeat(64), 'ru');
  return JSON.stringify([hash(await renderDocx(model)), hash(await renderPdf(model))]);
}
