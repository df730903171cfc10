import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { actOn } from '../domain/question-states.js';
import { findQuestion, putQuestion } from '../store/questions.store.js';
import { whereIs } from './where-is.js';

/** Answered on the floor; the short answer may be empty. */
@Handles('question.answer')
export class AnswerQuestionHandler implements CommandHandler<'question.answer'> {
  async locate(work: Work, { questionId }: Payload<'question.answer'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId, answer }: Payload<'question.answer'>, context: Context) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    const acted = actOn(question.status, 'answer');
    if ('code' in acted) return new Refuse(acted);
    await putQuestion(work, { ...question, ...acted, pinned: false }, question);
    work.emit('question.answered', { questionId, panelId: question.panelId, answer }, { actor: context.seatId });
  }
}
