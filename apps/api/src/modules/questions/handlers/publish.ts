import type { Work } from '../../../platform/commands/work.js';
import { groupSize } from '../../people/index.js';
import { shownAuthor } from '../domain/ask-question.js';
import type { QuestionRow } from '../store/question.row.js';

/** Tells the room. Who approved it is no secret of the room's, who asked anonymously is: the event has no actor. */
export async function emitPublished(work: Work, question: QuestionRow): Promise<void> {
  const size = question.anonymous && question.groupId !== null ? await groupSize(work, question.groupId) : 0;
  const { id: questionId, panelId, language, toSeat, askedAt } = question;
  work.emit('question.published', { questionId, panelId, text: question.text ?? '', language, toSeat, askedAt, ...shownAuthor(question, size) });
}
