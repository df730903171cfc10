import type { Work } from '../../../platform/commands/work.js';
import { groupSize } from '../../people/index.js';
import { shownAuthor } from '../domain/ask-question.js';
import type { QuestionRow } from '../store/question.row.js';
import { mergedInto } from '../store/questions.store.js';

/** The author as the room may know them. */
export async function roomAuthor(work: Work, question: QuestionRow): Promise<{ seatId: string | null; groupId: string | null }> {
  return shownAuthor(question, question.anonymous && question.groupId !== null ? await groupSize(work, question.groupId) : 0);
}

/** Tells the room. Who approved it is no secret of the room's, who asked anonymously is: the event has no actor. */
export async function emitPublished(work: Work, question: QuestionRow): Promise<void> {
  const { id: questionId, panelId, language, toSeat, toGroup, askedAt } = question;
  work.emit('question.published', { questionId, panelId, text: question.text ?? '', language, toSeat, toGroup, askedAt, ...(await roomAuthor(work, question)) });
  if (question.merges > 0) for (const merged of await mergedInto(work, questionId)) await emitMergedToRoom(work, merged, questionId);
}

/** The room learns that a question goes on in another, and of its author what it may. */
export async function emitMergedToRoom(work: Work, merged: QuestionRow, into: string): Promise<void> {
  work.emit('question.merged', { questionId: merged.id, panelId: merged.panelId, into, before: merged.before ?? 'waiting', ...(await roomAuthor(work, merged)) });
}
