import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Actor } from '../../../platform/commands/actor.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { DeclaredGroups, findSeat } from '../../people/index.js';
import { checkQuestion } from '../domain/ask-question.js';
import { AskerRow, QuestionRow } from '../store/question.row.js';
import { askerId, liveQuestions, putQuestion } from '../store/questions.store.js';
import { emitPublished } from './publish.js';

@Handles('question.ask')
export class AskQuestionHandler implements CommandHandler<'question.ask'> {
  constructor(private readonly groups: DeclaredGroups) {}

  *rows({ questionId, panelId }: Payload<'question.ask'>, { space, actor }: { space: string; actor: Actor }): Iterable<RowKey> {
    yield [QuestionRow, questionId];
    if (actor.kind === 'seat') yield [AskerRow, askerId({ space }, panelId, actor.seatId)];
  }

  locate(_work: Work, { panelId }: Payload<'question.ask'>) {
    return { panelId };
  }

  async execute(work: Work, asked: Payload<'question.ask'>, context: Context) {
    const { questionId, panelId, text, language, anonymous, toSeat, toGroup } = asked;
    const [panel, seat] = [await findPanel(work, panelId), await findSeat(work, context.seatId)];
    if (!panel || !seat) return refuse('request.not-found');
    const refusal = checkQuestion(asked, { ...panel.setup, groups: toGroup === null ? [] : await this.groups.ids(work) }, await liveQuestions(work, panelId, seat.id));
    if (refusal) return new Refuse(refusal);
    if (await work.taken(QuestionRow, questionId)) return refuse('request.id-reused', { path: 'questionId' });
    const question: QuestionRow = {
      id: questionId, space: work.space, panelId, seatId: seat.id, groupId: seat.groupId, text, language, anonymous, toSeat, toGroup, status: panel.setup.premoderation ? 'waiting' : 'public', askedAt: context.now, reason: null,
      mergedInto: null, before: null, merges: 0, pinned: false,
    };
    await putQuestion(work, question, undefined);
    work.emit('question.received', { questionId, panelId, text, language, anonymous, seatId: seat.id, groupId: seat.groupId, toSeat, toGroup }, { panelId, actor: seat.id });
    if (question.status === 'public') await emitPublished(work, question);
  }
}
