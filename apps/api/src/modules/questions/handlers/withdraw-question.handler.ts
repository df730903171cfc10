import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { actOn } from '../domain/question-states.js';
import { QuestionRow } from '../store/question.row.js';
import { findQuestion, putQuestion } from '../store/questions.store.js';
import { unmerge, unmergeAll } from './unmerge.js';
import { whereIs } from './where-is.js';

/** By its author. A question that only waited is withdrawn among facilitators, with its author; the room hears of public ones, without. */
@Handles('question.withdraw')
export class WithdrawQuestionHandler implements CommandHandler<'question.withdraw'> {
  rows({ questionId }: Payload<'question.withdraw'>): RowKey[] {
    return [[QuestionRow, questionId]];
  }

  async locate(work: Work, { questionId }: Payload<'question.withdraw'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId }: Payload<'question.withdraw'>) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    const acted = actOn(question.status, 'withdraw');
    if ('code' in acted) return new Refuse(acted);
    // who asked the same keeps their question, and the supports that came with it
    const alone = await unmerge(work, await unmergeAll(work, question));
    await putQuestion(work, { ...alone, ...acted, pinned: false }, alone);
    const { panelId } = question;
    work.emit('question.withdrawn', { questionId, panelId }, alone.status === 'waiting' ? { audience: 'facilitators', panelId, actor: question.seatId } : {});
  }
}
