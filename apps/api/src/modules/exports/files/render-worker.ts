import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from '@tegerek/replica';
import { renderDocument, type DocumentFormat } from './formats.js';

/** One document to render; answered by any number of `part`, then `bytes` or `error`. */
export interface RenderJob {
  id: number;
  model: DocumentModel;
  format: DocumentFormat;
}

export type RenderAnswer = { id: number; part: number } | { id: number; bytes: Uint8Array<ArrayBuffer> } | { id: number; error: string };

const answer = (message: RenderAnswer, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(message, moved);

parentPort?.on('message', ({ id, model, format }: RenderJob) => {
  renderDocument(model, format, (part) => answer({ id, part })).then(
    (rendered) => { const bytes = new Uint8Array(rendered); answer({ id, bytes }, [bytes.buffer]); },
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
