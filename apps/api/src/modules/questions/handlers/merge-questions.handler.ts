import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type RowKey } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { carrySupports, dropCarried, holdPresses } from '../../ballots/index.js';
import { checkMerge } from '../domain/merge-questions.js';
import { QuestionRow } from '../store/question.row.js';
import { mergedInto, putQuestion } from '../store/questions.store.js';
import { emitMergedToRoom } from './publish.js';

/** Duplicates go on in one question, which their authors and supports join; what had been merged into a duplicate comes along. */
@Handles('question.merge')
export class MergeQuestionsHandler implements CommandHandler<'question.merge'> {
  rows({ into, questionIds }: Payload<'question.merge'>): RowKey[] {
    return [into, ...questionIds].map((id) => [QuestionRow, id]);
  }

  locate(_work: Work, { panelId }: Payload<'question.merge'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, into, questionIds }: Payload<'question.merge'>) {
    const rows = await work.load(QuestionRow, [into, ...questionIds]);
    const target = rows.get(into);
    const refusal = checkMerge(panelId, target, questionIds.map((id) => rows.get(id)));
    if (refusal || !target) return new Refuse(refusal ?? { code: 'request.not-found', path: 'into' });
    const sources = [...new Set(questionIds)].flatMap((id) => rows.get(id) ?? []);
    const moved: QuestionRow[] = [];
    for (const source of sources) moved.push(source, ...(source.merges > 0 ? await mergedInto(work, source.id) : []));
    await holdPresses(work, [into, ...moved.map((each) => each.id)]);
    for (const source of sources) if (source.merges > 0) await dropCarried(work, source.id);
    await carrySupports(work, into, moved.map((each) => each.id));
    for (const each of moved) await this.#move(work, target, each);
    work.put(QuestionRow, { ...target, merges: target.merges + moved.length });
  }

  async #move(work: Work, target: QuestionRow, question: QuestionRow): Promise<void> {
    const before = question.before ?? (question.status === 'public' ? 'public' : 'waiting');
    const next: QuestionRow = { ...question, status: 'merged', mergedInto: target.id, before, merges: 0, pinned: false };
    await putQuestion(work, next, question);
    const { id: questionId, panelId, seatId, groupId } = next;
    work.emit('question.merged', { questionId, panelId, into: target.id, before, seatId, groupId }, { audience: 'facilitators', panelId });
    if (target.status !== 'waiting') await emitMergedToRoom(work, next, target.id);
  }
}
