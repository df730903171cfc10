import type { QuestionStatus, Refusal } from '@tegerek/contracts';

interface Merged {
  id: string;
  panelId: string;
  status: QuestionStatus;
}

/**
 * Which of these questions may go on in `into` (the first reason why not). Into a public or answered one everything that waits or is public; into one that
 * waits only what waits: the room must not lose what it has seen.
 */
export function checkMerge(panelId: string, into: Merged | undefined, sources: readonly (Merged | undefined)[]): Refusal | null {
  if (!into || into.panelId !== panelId) return { code: 'request.not-found', path: 'into' };
  if (into.status !== 'waiting' && into.status !== 'public' && into.status !== 'answered') return { code: 'question.state', path: 'into', details: { status: into.status } };
  for (const [i, source] of sources.entries()) {
    const path = `questionIds.${i}`;
    if (!source || source.panelId !== panelId) return { code: 'request.not-found', path };
    if (source.id === into.id) return { code: 'request.invalid', path };
    if (source.status !== 'waiting' && source.status !== 'public') return { code: 'question.state', path, details: { status: source.status } };
    if (into.status === 'waiting' && source.status === 'public') return { code: 'question.unpublished', path: 'into' };
  }
  return null;
}
