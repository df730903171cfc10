import { z } from 'zod';
import { defineEvent } from '../define.js';
import { id, instant, lang, limits, text } from '../primitives.js';
import { handKind } from '../types.js';

const asked = { questionId: id, panelId: id, text: text(limits.question), language: lang, toSeat: id.nullable(), toGroup: id.nullable() };
const received = z.strictObject({ ...asked, anonymous: z.boolean(), seatId: id, groupId: id.nullable() });
/** Where a question stood before it was merged, and stands again after. */
const before = z.enum(['waiting', 'public']);
/** The author as far as the audience may know. */
const author = { seatId: id.nullable(), groupId: id.nullable() };

export const questionEvents = {
  /** What waits for a moderator: never in the room. */
  'question.received': defineEvent({ v: 1, audience: 'facilitators', data: received }),
  'question.published': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...asked, ...author, askedAt: instant }) }),
  'question.declined': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ questionId: id, panelId: id, seatId: id, reason: z.string() }) }),
  /** An approval is taken back: the room forgets the question. */
  'question.retracted': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id }) }),
  /** It waits again, as when it was received. */
  'question.reopened': defineEvent({ v: 1, audience: 'facilitators', data: received.extend({ askedAt: instant }) }),
  /** `questionId` goes on as a part of `into`, which the author and supports join. */
  'question.merged': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id, into: id, before, ...author }) }),
  'question.unmerged': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id, into: id, before, seatId: id.nullable() }) }),
  'question.pinned': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id, pinned: z.boolean() }) }),
  'question.answered': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id, answer: z.string() }) }),
  'question.withdrawn': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ questionId: id, panelId: id }) }),
};

export const speakerEvents = {
  'hand.raised': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ handId: id, panelId: id, seatId: id, groupId: id.nullable(), kind: handKind }) }),
  'hand.lowered': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ handId: id, panelId: id }) }),
  'turn.started': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ turnId: id, panelId: id, seatId: id, groupId: id.nullable(), handId: id.nullable(), startedAt: instant, limitMs: z.int() }) }),
  'turn.paused': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ turnId: id, panelId: id, pausedAt: instant }) }),
  /** `pausedMs`: all pauses of the turn together. */
  'turn.resumed': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ turnId: id, panelId: id, pausedMs: z.int().nonnegative() }) }),
  'turn.extended': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ turnId: id, panelId: id, limitMs: z.int() }) }),
  /** `spentMs` leaves pauses out. */
  'turn.ended': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ turnId: id, panelId: id, endedAt: instant, spentMs: z.int().nonnegative() }) }),
};
