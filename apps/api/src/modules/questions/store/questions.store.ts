import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { isLive } from '../domain/question-states.js';
import { AskerRow, QuestionRow } from './question.row.js';

/** Key of the count of a seat's questions in a panel. */
export const askerId = ({ space }: { space: string }, panelId: string, seatId: string): string => derivedId('asker', space, panelId, seatId);

export const findQuestion = (work: Work, questionId: string): Promise<QuestionRow | undefined> => work.get(QuestionRow, questionId);

/** Questions of a seat in a panel that wait or are public. */
export async function liveQuestions(work: Work, panelId: string, seatId: string): Promise<number> {
  return (await work.get(AskerRow, askerId(work, panelId, seatId)))?.live ?? 0;
}

/** Records a question and keeps its author's count in step. */
export async function putQuestion(work: Work, next: QuestionRow, before: QuestionRow | undefined): Promise<void> {
  const change = Number(isLive(next.status)) - Number(before !== undefined && isLive(before.status));
  if (change !== 0) {
    const live = (await liveQuestions(work, next.panelId, next.seatId)) + change;
    work.put(AskerRow, { id: askerId(work, next.panelId, next.seatId), space: work.space, live });
  }
  work.put(QuestionRow, next);
}

export const questionsOfSeat = (work: Work, seatId: string): Promise<QuestionRow[]> => work.select(QuestionRow, { seatId });

/** Questions that go on in this one, oldest first. */
export async function mergedInto(work: Work, questionId: string): Promise<QuestionRow[]> {
  const ids = (await work.select(QuestionRow, { mergedInto: questionId })).map((row) => row.id);
  // what this command itself has changed is not in the table yet
  const rows = [...(await work.load(QuestionRow, ids)).values()].filter((row) => row.mergedInto === questionId);
  return rows.sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
}

/** How many questions of a panel are pinned. */
export async function pinnedIn(work: Work, panelId: string): Promise<number> {
  return (await work.select(QuestionRow, { panelId, pinned: true })).length;
}
