import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { actOn } from '../domain/question-states.js';
import { findQuestion } from '../store/questions.store.js';
import { declineQuestion } from './decide-questions.js';
import { whereIs } from './where-is.js';

/** The author reads the reason in `me`; the room never learns of the question. */
@Handles('question.decline')
export class DeclineQuestionHandler implements CommandHandler<'question.decline'> {
  async locate(work: Work, { questionId }: Payload<'question.decline'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId, reason }: Payload<'question.decline'>, context: Context) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    const acted = actOn(question.status, 'decline');
    if ('code' in acted) return new Refuse(acted);
    await declineQuestion(work, question, reason, context.seatId);
  }
}
