import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { QuestionRow } from '../store/question.row.js';
import { approveQuestion } from './decide-questions.js';
import { waitingOf } from './waiting-of.js';

@Handles('question.approve-many')
export class ApproveManyHandler implements CommandHandler<'question.approve-many'> {
  rows({ questionIds }: Payload<'question.approve-many'>): RowKey[] {
    return questionIds.map((id) => [QuestionRow, id]);
  }

  locate(_work: Work, { panelId }: Payload<'question.approve-many'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, questionIds }: Payload<'question.approve-many'>) {
    const waiting = await waitingOf(work, panelId, questionIds);
    if (waiting instanceof Refuse) return waiting;
    for (const question of waiting) await approveQuestion(work, question);
    return { done: waiting.length };
  }
}
