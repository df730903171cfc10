import { Worker } from 'node:worker_threads';
import type { DocumentModel } from '@tegerek/replica';
import type { DocumentFormat } from './formats.js';
import type { RenderAnswer, RenderJob } from './render-worker.js';

interface Waiting {
  progress: ((part: number) => void) | undefined;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

let worker: Worker | undefined;
let jobs = 0;
const waiting = new Map<number, Waiting>();

/** The one thread that renders, started when it is first needed; it keeps no process alive. */
function thread(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./render-worker.js', import.meta.url));
  started.unref();
  started.on('message', (answer: RenderAnswer) => {
    const job = waiting.get(answer.id);
    if ('part' in answer) return job?.progress?.(answer.part);
    waiting.delete(answer.id);
    if ('bytes' in answer) job?.resolve(answer.bytes);
    else job?.reject(new Error(answer.error));
    return undefined;
  });
  const end = (error: Error): void => {
    if (worker === started) worker = undefined;
    for (const job of waiting.values()) job.reject(error);
    waiting.clear();
  };
  started.on('error', end);
  started.on('exit', () => end(new Error('the rendering thread ended')));
  return (worker = started);
}

/** As `renderDocument`, in a thread of its own: a long document keeps no vote waiting. Documents are made one after another. */
export function renderApart(model: DocumentModel, format: DocumentFormat, progress?: (part: number) => void): Promise<Uint8Array> {
  const id = ++jobs;
  return new Promise((resolve, reject) => {
    waiting.set(id, { progress, resolve, reject });
    thread().postMessage({ id, model, format } satisfies RenderJob);
  });
}
