import { z } from 'zod';
import { SLOW, STAFF_RATE } from './commands/rates.js';
import { defineCommand, defineEvent } from './define.js';
import { id, limits, optionalText } from './primitives.js';
import { decisionRule, formulationField } from './types.js';

const rev = z.int().min(1);

export const amendmentCommands = {
  /** `text`: what should stand in the field. `rev`: the revision that its author read. */
  'amendment.suggest': defineCommand({
    large: true, rate: SLOW, refusals: ['panel.phase', 'proposal.state', 'amendment.same', 'amendment.too-many'],
    payload: z.strictObject({ amendmentId: id, proposalId: id, field: formulationField, text: optionalText(limits.proposalText), reason: optionalText(limits.reason), rev }),
  }),
  'amendment.withdraw': defineCommand({ refusals: ['amendment.state'], payload: z.strictObject({ amendmentId: id }) }),
  /** Folds it in as a revision: `text` as it reads now, `null`: as it was suggested. `expect.rev`: of the proposal. */
  'amendment.accept': defineCommand({
    large: true, rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state', 'proposal.taken-up', 'proposal.stale', 'amendment.state'],
    payload: z.strictObject({ amendmentId: id, text: optionalText(limits.proposalText).nullable() }),
  }),
  'amendment.decline': defineCommand({ rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state', 'proposal.taken-up', 'amendment.state'], payload: z.strictObject({ amendmentId: id, reason: optionalText(limits.reason) }) }),
  /** In what order the room decides these. An order other than «furthest from the text first» needs its reason. */
  'amendment.line-up': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'proposal.state', 'amendment.state', 'amendment.competing', 'amendment.order-reason'],
    payload: z.strictObject({ proposalId: id, amendmentIds: z.array(id).min(1).max(limits.lineUp), reason: optionalText(limits.reason) }),
  }),
  'amendment.open-vote': defineCommand({
    rate: STAFF_RATE,
    refusals: ['dialogue.phase', 'panel.phase', 'proposal.state', 'proposal.incomplete', 'amendment.state', 'amendment.order', 'amendment.clash', 'amendment.same', 'vote.open-already', 'vote.rule-invalid', 'vote.secret-unsupported'],
    payload: z.strictObject({ voteId: id, amendmentId: id, electorate: z.enum(['present', 'entitled']), rule: decisionRule.nullable(), secret: z.boolean() }),
  }),
};

/** `number`: of the proposal and of the amendment in the order of suggestion, `2.3/1`. Its text is an event of its own, so that it can be erased alone. */
export const lineUpItem = z.strictObject({ amendmentId: id, number: z.string().max(16), field: formulationField });
export type LineUpItem = z.infer<typeof lineUpItem>;

const about = { amendmentId: id, proposalId: id, panelId: id };

export const amendmentEvents = {
  'amendment.suggested': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, field: formulationField, text: z.string(), reason: z.string(), rev, seatId: id, groupId: id.nullable() }) }),
  'amendment.withdrawn': defineEvent({ v: 1, audience: 'room', data: z.strictObject(about) }),
  'amendment.accepted': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, bySeat: id, rev }) }),
  'amendment.declined': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, bySeat: id, reason: z.string() }) }),
  /** What the room will decide, in this order, each followed by its `amendment.put`. `order`: the furthest from the text first, or as set, with its reason. `rev`: the proposal's text that they are to amend. */
  'amendment.lined-up': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ proposalId: id, panelId: id, rev, items: z.array(lineUpItem), order: z.enum(['departure', 'set']), reason: z.string() }) }),
  /**
   * The text of one that was lined up: from here on it is for everybody. `before`: what the field holds; `seen`: as its author read it, null
   * where that is `before`. From these everybody can tell the usual order, and what falls with what.
   */
  'amendment.put': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, text: z.string(), before: z.string(), seen: z.string().nullable() }) }),
  /** A lined-up one no longer comes to a vote: it was settled without one. */
  'amendment.left': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, how: z.enum(['accepted', 'declined', 'withdrawn']) }) }),
  /** In the entry that closes its vote. Adopted: the voted version is the proposal's text from now on, as revision `rev`. */
  'amendment.decided': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, voteId: id, adopted: z.boolean(), rev: rev.nullable() }) }),
  /** In the entry in which another was adopted by the room, or accepted without a vote: it changes the same place in another way. */
  'amendment.fell': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, to: id }) }),
};
