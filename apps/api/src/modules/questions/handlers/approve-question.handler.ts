import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { actOn } from '../domain/question-states.js';
import { QuestionRow } from '../store/question.row.js';
import { findQuestion } from '../store/questions.store.js';
import { approveQuestion } from './decide-questions.js';
import { whereIs } from './where-is.js';

@Handles('question.approve')
export class ApproveQuestionHandler implements CommandHandler<'question.approve'> {
  rows({ questionId }: Payload<'question.approve'>): RowKey[] {
    return [[QuestionRow, questionId]];
  }

  async locate(work: Work, { questionId }: Payload<'question.approve'>) {
    return whereIs(await findQuestion(work, questionId));
  }

  async execute(work: Work, { questionId }: Payload<'question.approve'>) {
    const question = await findQuestion(work, questionId);
    if (!question) return refuse('request.not-found');
    const acted = actOn(question.status, 'approve');
    if ('code' in acted) return new Refuse(acted);
    await approveQuestion(work, question);
  }
}
