import type { Located } from '../../../platform/commands/handler.js';
import type { QuestionRow } from '../store/question.row.js';

/** For `locate`: the panel and the author of a question. */
export const whereIs = (question: QuestionRow | undefined): Located | undefined => question && { panelId: question.panelId, authorSeat: question.seatId };
