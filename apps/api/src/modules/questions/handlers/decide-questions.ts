import type { Work } from '../../../platform/commands/work.js';
import type { QuestionRow } from '../store/question.row.js';
import { mergedInto, putQuestion } from '../store/questions.store.js';
import { emitPublished } from './publish.js';

/** A waiting question goes to the room, with those that go on in it. */
export async function approveQuestion(work: Work, question: QuestionRow): Promise<void> {
  const next: QuestionRow = { ...question, status: 'public' };
  await putQuestion(work, next, question);
  await emitPublished(work, next);
}

/** A waiting question is declined, and those that go on in it: each author gets the reason. */
export async function declineQuestion(work: Work, question: QuestionRow, reason: string, bySeat: string): Promise<void> {
  const { id: questionId, panelId, seatId } = question;
  const merged = question.merges > 0 ? await mergedInto(work, questionId) : [];
  for (const each of merged) {
    await putQuestion(work, { ...each, status: 'declined', reason, mergedInto: null, before: null }, each);
    work.emit('question.unmerged', { questionId: each.id, panelId, into: questionId, before: 'waiting', seatId: each.seatId }, { audience: 'facilitators', panelId });
    work.emit('question.declined', { questionId: each.id, panelId, seatId: each.seatId, reason }, { panelId, actor: bySeat });
  }
  await putQuestion(work, { ...question, status: 'declined', reason, merges: 0 }, question);
  work.emit('question.declined', { questionId, panelId, seatId, reason }, { panelId, actor: bySeat });
}
