import { useCallback, useState } from 'react';
import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { supportsOf } from '@tegerek/rules';
import { useLiveSpace } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';

/** What was done last, while it can honestly be taken back. */
interface Last { kind: 'approved' | 'declined' | 'merged'; questionIds: readonly string[] }

export interface QuestionActs {
  act: Act;
  approve: (questionIds: readonly string[]) => Promise<boolean>;
  decline: (questionIds: readonly string[], reason: string) => Promise<boolean>;
  merge: (into: string, questionIds: readonly string[]) => Promise<boolean>;
  unmerge: (questionId: string) => void;
  reopen: (questionId: string) => void;
  pin: (question: QuestionView) => void;
  last: (Last & { questions: readonly QuestionView[] }) | null;
  undo: () => void;
}

/** All acts on questions of one console, one at a time; the latest can be taken back while that is honest. */
export function useQuestionActs(panelId: string, slice: PanelSlice | undefined): QuestionActs {
  const act = useAct();
  const { store } = useLiveSpace();
  const [last, setLast] = useState<Last | null>(null);
  const after = useCallback(async (kind: Last['kind'], questionIds: readonly string[], done: Promise<boolean>) => {
    const isDone = await done;
    if (isDone) setLast({ kind, questionIds });
    return isDone;
  }, []);
  const still = last === null ? [] : last.questionIds.flatMap((id) => slice?.questions[id] ?? []).filter((question) => isUndoable(question, last.kind, (id) => supportsOf(store.get().counters, id)));
  const undo = async () => {
    if (last === null) return;
    setLast(null);
    const name = last.kind === 'merged' ? 'question.unmerge' as const : 'question.reopen' as const;
    for (const { questionId } of still) if (!(await act.run(name, { questionId }))) return;
  };
  return {
    act,
    approve: (ids) => after('approved', ids, ids.length === 1 ? act.run('question.approve', { questionId: ids[0] ?? '' }) : act.run('question.approve-many', { panelId, questionIds: [...ids] })),
    decline: (ids, reason) => after('declined', ids, ids.length === 1 ? act.run('question.decline', { questionId: ids[0] ?? '', reason }) : act.run('question.decline-many', { panelId, questionIds: [...ids], reason })),
    merge: (into, ids) => after('merged', ids, act.run('question.merge', { panelId, into, questionIds: [...ids] })),
    unmerge: (questionId) => { void act.run('question.unmerge', { questionId }); },
    reopen: (questionId) => { void act.run('question.reopen', { questionId }); },
    pin: ({ questionId, pinnedAt }) => { void act.run('question.pin', { questionId, pinned: pinnedAt === null }); },
    last: last === null || still.length === 0 ? null : { ...last, questions: still },
    undo: () => { void undo(); },
  };
}

/** An approval while nobody supports it, a refusal and a merge at any time, unless something else was done since. */
function isUndoable(question: QuestionView, kind: Last['kind'], supports: (questionId: string) => number): boolean {
  if (kind === 'merged') return question.status === 'merged';
  if (kind === 'declined') return question.status === 'declined';
  return question.status === 'public' && question.alsoBy.length === 0 && supports(question.questionId) === 0;
}
