import { refuse, type Refuse } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { QuestionRow } from '../store/question.row.js';

/** Those of the named questions that still wait, each once; what another moderator has decided meanwhile is left out. Refused when none is left, or one is no question of the panel. */
export async function waitingOf(work: Work, panelId: string, questionIds: readonly string[]): Promise<QuestionRow[] | Refuse> {
  const rows = await work.load(QuestionRow, questionIds);
  const foreign = questionIds.findIndex((id) => rows.get(id)?.panelId !== panelId);
  if (foreign >= 0) return refuse('request.not-found', { path: `questionIds.${foreign}` });
  const waiting = [...rows.values()].filter((question) => question.status === 'waiting');
  return waiting.length > 0 ? waiting : refuse('question.state', { details: { status: [...rows.values()][0]?.status } });
}
