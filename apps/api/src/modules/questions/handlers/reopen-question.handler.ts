import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { countSupports, holdPresses } from '../../ballots/index.js';
import { actOn } from '../domain/question-states.js';
import { findQuestion, putQuestion } from '../store/questions.store.js';
import { whereIs } from './where-is.js';

/** Takes an approval back while nobody has supported the question, or a refusal: it waits again. */
@Handles('question.reopen')
export class ReopenQuestionHandler implements CommandHandler<'question.reopen'> {
  async locate(work: Work, { questionId }: Payload<'question.reopen'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId }: Payload<'question.reopen'>, context: Context) {
    const question = await findQuestion(work, questionId);
    if (!question || question.text === null) return refuse('request.not-found');
    const acted = actOn(question.status, 'reopen');
    if ('code' in acted) return new Refuse(acted);
    if (question.merges > 0) return refuse('question.state', { details: { status: 'merged' } });
    await holdPresses(work, [questionId]);
    if (question.status === 'public' && (await countSupports(work, questionId)) > 0) return refuse('question.supported');
    await putQuestion(work, { ...question, ...acted, reason: null, pinned: false }, question);
    const { panelId, text, language, anonymous, seatId, groupId, toSeat, toGroup, askedAt } = question;
    if (question.status === 'public') work.emit('question.retracted', { questionId, panelId });
    work.emit('question.reopened', { questionId, panelId, text, language, anonymous, seatId, groupId, toSeat, toGroup, askedAt }, { panelId, actor: context.seatId });
  }
}
