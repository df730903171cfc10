import type { Me, QuestionView } from '@tegerek/contracts/wire';
import type { StoredCommand } from '../../../live/index.js';

/** What the room sees: public and answered ones. */
export const isShown = (question: QuestionView): boolean => question.status === 'public' || question.status === 'answered';

export interface MyQuestion {
  id: string;
  text: string;
  /** On the way, or as the moderator left it. */
  status: 'unsent' | 'waiting' | 'public' | 'declined' | 'answered' | 'withdrawn' | 'merged' | 'refused';
  anonymous: boolean;
  reason: string | null;
  /** The question in which mine goes on. */
  mergedInto: string | null;
  row: StoredCommand | undefined;
}

type Asked = { questionId: string; panelId: string; text: string; anonymous: boolean };

/** Mine in a panel: what is still on this phone first, then what the server holds; what the room sees by now (`seen`) is newer than `me`. */
export function myQuestions(me: Me | null, rows: readonly StoredCommand[], panelId: string, seen: Readonly<Record<string, QuestionView>>): MyQuestion[] {
  const known = new Map((me?.questions ?? []).filter((question) => question.panelId === panelId).map((question) => [question.id, question]));
  const asked = rows.filter((row) => row.envelope.name === 'question.ask' && (row.envelope.payload as Asked).panelId === panelId);
  const local = asked.flatMap((row): MyQuestion[] => {
    const { questionId, text, anonymous } = row.envelope.payload as Asked;
    if (known.has(questionId)) return [];
    const status = seen[questionId]?.status ?? (row.state === 'refused' ? 'refused' : row.state === 'recorded' ? 'waiting' : 'unsent');
    return [{ id: questionId, text, anonymous, reason: null, mergedInto: seen[questionId]?.mergedInto ?? null, row, status }];
  });
  const stored = [...known.values()].map((question): MyQuestion => ({
    id: question.id, text: question.text, anonymous: question.anonymous, reason: question.reason ?? null, mergedInto: seen[question.id]?.mergedInto ?? question.mergedInto ?? null, row: undefined, status: seen[question.id]?.status ?? question.status as MyQuestion['status'],
  }));
  return [...local.reverse(), ...stored.reverse()];
}
