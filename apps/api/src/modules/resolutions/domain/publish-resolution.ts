import type { Refusal } from '@tegerek/contracts';

/** What decides whether a new version may be published. */
export interface Publication {
  number: number;
  hasDecisions: boolean;
  /** The document without its number and the place in the log it was made from. */
  content: string;
  last: { number: number; content: string } | undefined;
}

/** Versions count 1, 2, 3…; each says something new; the first needs a decision. `null`: publish. */
export function mayPublish({ number, hasDecisions, content, last }: Publication): Refusal | null {
  if (!hasDecisions) return { code: 'resolution.nothing-decided' };
  const next = (last?.number ?? 0) + 1;
  if (number !== next) return { code: 'request.stale', path: 'number', details: { next } };
  return last?.content === content ? { code: 'resolution.unchanged', details: { number: last.number } } : null;
}
