import { useEffect, useState } from 'react';
import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';

interface Index { put: (text: { id: string; text: string }) => void; remove: (id: string) => void; similar: (text: string, options: { limit: number; except: string }) => { id: string }[] }

/** The index of a screen, what it knows, and how often it has changed. */
interface Kept { index: Index | null; known: Set<string>; version: number }

const LIVE = new Set<QuestionView['status']>(['waiting', 'public', 'answered']);
/** Texts taken in at once: between them the screen answers. */
const PART = 40;

/** What has to be taken in or out for the index to hold what lives. */
const changed = (slice: PanelSlice, known: ReadonlySet<string>): QuestionView[] => Object.values(slice.questions).filter((question) => LIVE.has(question.status) !== known.has(question.questionId));

function take({ index, known }: Kept, questions: readonly QuestionView[]): void {
  for (const { questionId: id, text } of questions) {
    if (known.delete(id)) index?.remove(id);
    else { index?.put({ id, text }); known.add(id); }
  }
}

/** Questions of the panel that say much the same as this one, the most alike first. The index is fetched when first asked for, filled in parts, and kept up to date by what changed. */
export function useSimilar(slice: PanelSlice | undefined, question: QuestionView | undefined, limit = 4): QuestionView[] {
  const [kept, setKept] = useState<Kept>(() => ({ index: null, known: new Set(), version: 0 }));
  const isWanted = question !== undefined;
  useEffect(() => {
    if (!isWanted || kept.index !== null) return undefined;
    let isCurrent = true;
    // without the network there are no hints, and the list works as ever
    import('@tegerek/drafting').then(({ SimilarIndex }) => { if (isCurrent) setKept({ index: new SimilarIndex(), known: new Set(), version: 0 }); }, () => undefined);
    return () => { isCurrent = false; };
  }, [isWanted, kept.index]);
  useEffect(() => {
    if (kept.index === null || slice === undefined || !isWanted) return undefined;
    const due = changed(slice, kept.known);
    if (due.length === 0) return undefined;
    const timer = setTimeout(() => { take(kept, due.slice(0, PART)); setKept({ ...kept, version: kept.version + 1 }); }, 0);
    return () => clearTimeout(timer);
  }, [kept, slice, isWanted]);
  if (kept.index === null || question === undefined || slice === undefined) return [];
  return kept.index.similar(question.text, { limit, except: question.questionId }).flatMap(({ id }) => slice.questions[id] ?? []).filter((each) => LIVE.has(each.status));
}
