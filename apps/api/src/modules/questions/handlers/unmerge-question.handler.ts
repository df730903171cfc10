import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findQuestion } from '../store/questions.store.js';
import { unmerge } from './unmerge.js';
import { whereIs } from './where-is.js';

/** A question stands on its own again; who has supported the other one since stays with it. */
@Handles('question.unmerge')
export class UnmergeQuestionHandler implements CommandHandler<'question.unmerge'> {
  async locate(work: Work, { questionId }: Payload<'question.unmerge'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId }: Payload<'question.unmerge'>) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    if (question.status !== 'merged') return refuse('question.state', { details: { status: question.status } });
    await unmerge(work, question);
  }
}
