import { z } from 'zod';
import { defineCommand, result } from '../define.js';
import { id, lang, limits, optionalText, text } from '../primitives.js';
import { reason, SLOW, STAFF_RATE } from './rates.js';

const questionIds = z.array(id).min(1).max(limits.questionsPerCommand);

export const questionCommands = {
  'question.ask': defineCommand({
    rate: SLOW, refusals: ['dialogue.phase', 'panel.phase', 'question.too-many', 'question.one-addressee'],
    // to the panel; or to one of its panellists or moderators; or to a group
    payload: z.strictObject({ questionId: id, panelId: id, text: text(limits.question), language: lang, anonymous: z.boolean(), toSeat: id.nullable(), toGroup: id.nullable().default(null) }),
  }),
  'question.approve': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ questionId: id }) }),
  'question.decline': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ questionId: id, reason }) }),
  // several at once, in one entry; what another moderator has decided meanwhile is left as it is
  'question.approve-many': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ panelId: id, questionIds }), result: result<{ done: number }>() }),
  'question.decline-many': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ panelId: id, questionIds, reason }), result: result<{ done: number }>() }),
  // takes an approval or a refusal back
  'question.reopen': defineCommand({ rate: STAFF_RATE, refusals: ['question.state', 'question.supported'], payload: z.strictObject({ questionId: id }) }),
  'question.merge': defineCommand({ rate: STAFF_RATE, refusals: ['question.state', 'question.unpublished'], payload: z.strictObject({ panelId: id, into: id, questionIds }) }),
  'question.unmerge': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ questionId: id }) }),
  'question.pin': defineCommand({ rate: STAFF_RATE, refusals: ['question.state', 'question.too-many-pinned'], payload: z.strictObject({ questionId: id, pinned: z.boolean() }) }),
  'question.answer': defineCommand({ rate: STAFF_RATE, refusals: ['question.state'], payload: z.strictObject({ questionId: id, answer: optionalText(limits.answer) }) }),
  'question.withdraw': defineCommand({ refusals: ['question.state'], payload: z.strictObject({ questionId: id }) }),
};
