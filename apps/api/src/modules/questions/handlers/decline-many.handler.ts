import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { QuestionRow } from '../store/question.row.js';
import { declineQuestion } from './decide-questions.js';
import { waitingOf } from './waiting-of.js';

@Handles('question.decline-many')
export class DeclineManyHandler implements CommandHandler<'question.decline-many'> {
  rows({ questionIds }: Payload<'question.decline-many'>): RowKey[] {
    return questionIds.map((id) => [QuestionRow, id]);
  }

  locate(_work: Work, { panelId }: Payload<'question.decline-many'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, questionIds, reason }: Payload<'question.decline-many'>, context: Context) {
    const waiting = await waitingOf(work, panelId, questionIds);
    if (waiting instanceof Refuse) return waiting;
    for (const question of waiting) await declineQuestion(work, question, reason, context.seatId);
    return { done: waiting.length };
  }
}
