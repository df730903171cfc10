import type { Counters, Me, QuestionView } from '@tegerek/contracts/wire';
import { counterTotal, type StoredCommand } from '../../../live/index.js';

export type QuestionOrder = 'support' | 'time' | 'mine';

/** What the room sees: public and answered ones. */
export const isShown = (question: QuestionView): boolean => question.status === 'public' || question.status === 'answered';

export function orderQuestions(questions: readonly QuestionView[], order: 'support' | 'time', counters: Counters): QuestionView[] {
  const supports = (question: QuestionView) => counterTotal(counters[question.questionId]);
  const newest = (a: QuestionView, b: QuestionView) => b.askedAt - a.askedAt || a.questionId.localeCompare(b.questionId);
  return [...questions].sort((a, b) => (order === 'support' ? supports(b) - supports(a) : 0) || newest(a, b));
}

/** All groups that have seats support it. */
export function isFromAll(question: QuestionView, counters: Counters, groups: readonly string[]): boolean {
  const byGroup = counters[question.questionId]?.byGroup ?? {};
  return groups.length > 1 && groups.every((group) => (byGroup[group] ?? 0) > 0);
}

export interface MyQuestion {
  id: string;
  text: string;
  /** On the way, or as the moderator left it. */
  status: 'unsent' | 'waiting' | 'public' | 'declined' | 'answered' | 'withdrawn' | 'refused';
  anonymous: boolean;
  reason: string | null;
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
    return [{ id: questionId, text, anonymous, reason: null, row, status }];
  });
  const stored = [...known.values()].map((question): MyQuestion => ({
    id: question.id, text: question.text, anonymous: question.anonymous, reason: question.reason ?? null, row: undefined, status: seen[question.id]?.status ?? question.status as MyQuestion['status'],
  }));
  return [...local.reverse(), ...stored.reverse()];
}
