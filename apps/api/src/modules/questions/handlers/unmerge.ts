import type { Work } from '../../../platform/commands/work.js';
import { holdPresses, returnSupports } from '../../ballots/index.js';
import { QuestionRow } from '../store/question.row.js';
import { findQuestion, mergedInto, putQuestion } from '../store/questions.store.js';

/** Brings a merged question back to where it stood, with the supports that came with it. Returns it as it is now. */
export async function unmerge(work: Work, question: QuestionRow): Promise<QuestionRow> {
  const { id: questionId, panelId, mergedInto: into, before } = question;
  if (into === null || before === null) return question;
  await holdPresses(work, [into, questionId]);
  const still = (await mergedInto(work, into)).filter((each) => each.id !== questionId);
  await returnSupports(work, into, questionId, still.map((each) => each.id));
  const back: QuestionRow = { ...question, status: before, mergedInto: null, before: null };
  await putQuestion(work, back, question);
  const target = await findQuestion(work, into);
  if (target) work.put(QuestionRow, { ...target, merges: still.length });
  const told = { questionId, panelId, into, before };
  // its author's phone reads anew where the question stands; the room learns no author from it
  work.emit('question.unmerged', { ...told, seatId: question.seatId }, { audience: 'facilitators', panelId });
  if (before === 'public' || target?.status === 'public' || target?.status === 'answered') work.emit('question.unmerged', { ...told, seatId: null });
  return back;
}

/** All that go on in a question stand on their own again: it leaves the room. */
export async function unmergeAll(work: Work, question: QuestionRow): Promise<QuestionRow> {
  if (question.merges === 0) return question;
  for (const merged of await mergedInto(work, question.id)) await unmerge(work, merged);
  return (await findQuestion(work, question.id)) ?? question;
}
