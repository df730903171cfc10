import { LIMITS, type Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { actOn } from '../domain/question-states.js';
import { QuestionRow } from '../store/question.row.js';
import { findQuestion, pinnedIn } from '../store/questions.store.js';
import { whereIs } from './where-is.js';

/** A pinned question leads every list. Pinning what is pinned changes nothing, and says so. */
@Handles('question.pin')
export class PinQuestionHandler implements CommandHandler<'question.pin'> {
  async locate(work: Work, { questionId }: Payload<'question.pin'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId, pinned }: Payload<'question.pin'>, context: Context) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    const acted = actOn(question.status, 'pin');
    if ('code' in acted) return new Refuse(acted);
    if (question.pinned === pinned) return refuse('question.state', { details: { status: pinned ? 'pinned' : 'public' } });
    if (pinned && (await pinnedIn(work, question.panelId)) >= LIMITS.pinnedQuestions) return refuse('question.too-many-pinned', { details: { max: LIMITS.pinnedQuestions } });
    work.put(QuestionRow, { ...question, pinned });
    work.emit('question.pinned', { questionId, panelId: question.panelId, pinned }, { actor: context.seatId });
  }
}
