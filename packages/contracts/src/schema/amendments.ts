import { z } from 'zod';
import { SLOW, STAFF_RATE } from './commands/rates.js';
import { defineCommand, defineEvent } from './define.js';
import { id, limits, optionalText } from './primitives.js';
import { formulation } from './types.js';

/** One field of a formulation. */
export const formulationField = formulation.keyof();
export type FormulationField = z.infer<typeof formulationField>;

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
};

const about = { amendmentId: id, proposalId: id, panelId: id };

export const amendmentEvents = {
  'amendment.suggested': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, field: formulationField, text: z.string(), reason: z.string(), rev, seatId: id, groupId: id.nullable() }) }),
  'amendment.withdrawn': defineEvent({ v: 1, audience: 'room', data: z.strictObject(about) }),
  'amendment.accepted': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, bySeat: id, rev }) }),
  'amendment.declined': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, bySeat: id, reason: z.string() }) }),
};
