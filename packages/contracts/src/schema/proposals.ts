import { z } from 'zod';
import { SLOW, STAFF_RATE } from './commands/rates.js';
import { defineCommand, defineEvent } from './define.js';
import { id, lang, limits, optionalText } from './primitives.js';
import { formulation } from './types.js';

/** For whom somebody speaks: for themself, for their organisation, for their group. */
export const sponsorCapacity = z.enum(['self', 'organisation', 'group']);
export type SponsorCapacity = z.infer<typeof sponsorCapacity>;

const sponsor = z.strictObject({ seatId: id, groupId: id.nullable(), capacity: sponsorCapacity, from: id.nullable() });
const rev = z.int().min(1);

export const proposalCommands = {
  'proposal.submit': defineCommand({
    large: true, rate: SLOW, refusals: ['dialogue.phase', 'panel.phase', 'proposal.too-many'],
    payload: z.strictObject({ proposalId: id, panelId: id, language: lang, fields: formulation, fromQuestion: id.nullable(), capacity: sponsorCapacity.default('self') }),
  }),
  'proposal.edit': defineCommand({ large: true, rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state', 'proposal.taken-up', 'proposal.stale'], payload: z.strictObject({ proposalId: id, fields: formulation.partial() }) }),
  'proposal.withdraw': defineCommand({ refusals: ['proposal.state', 'proposal.taken-up'], payload: z.strictObject({ proposalId: id, reason: optionalText(limits.reason) }) }),
  'proposal.take-up': defineCommand({ rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state'], payload: z.strictObject({ proposalId: id }) }),
  'proposal.mark-ready': defineCommand({ rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state', 'proposal.incomplete'], payload: z.strictObject({ proposalId: id, ready: z.boolean() }) }),
  'proposal.sponsor': defineCommand({
    refusals: ['panel.phase', 'proposal.state', 'proposal.own', 'proposal.sponsored-already', 'proposal.too-many-sponsors'], payload: z.strictObject({ proposalId: id, capacity: sponsorCapacity }),
  }),
  'proposal.unsponsor': defineCommand({ refusals: ['proposal.state', 'proposal.not-sponsored'], payload: z.strictObject({ proposalId: id }) }),
  /** `rev`: the revision that is rendered. A new text for the same language is a draft again. */
  'proposal.translate': defineCommand({
    large: true, rate: STAFF_RATE, refusals: ['dialogue.phase', 'proposal.state', 'proposal.stale', 'proposal.own-language'], payload: z.strictObject({ proposalId: id, language: lang, rev, fields: formulation }),
  }),
  'proposal.check-translation': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'proposal.stale'], payload: z.strictObject({ proposalId: id, language: lang, rev }) }),
  /** The others become part of `proposalId`, whose text stays as it is and whose number lives on. */
  'proposal.merge': defineCommand({ rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state'], payload: z.strictObject({ proposalId: id, from: z.array(id).min(1).max(limits.mergedAtOnce) }) }),
  /** Parts become proposals of their own; the split one keeps its text until somebody shortens it. */
  'proposal.split': defineCommand({
    large: true, rate: STAFF_RATE, refusals: ['panel.phase', 'proposal.state'],
    payload: z.strictObject({ proposalId: id, parts: z.array(z.strictObject({ proposalId: id, fields: formulation })).min(1).max(limits.splitParts) }),
  }),
};

const about = { proposalId: id, panelId: id };

export const proposalEvents = {
  'proposal.submitted': defineEvent({
    v: 1, audience: 'room', data: z.strictObject({ ...about, number: z.int(), language: lang, fields: formulation, seatId: id, groupId: id.nullable(), fromQuestion: id.nullable(), capacity: sponsorCapacity }),
  }),
  'proposal.edited': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, rev, fields: formulation.partial(), bySeat: id }) }),
  'proposal.taken-up': defineEvent({ v: 1, audience: 'room', data: z.strictObject(about) }),
  'proposal.readied': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, ready: z.boolean() }) }),
  'proposal.withdrawn': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, reason: z.string() }) }),
  'proposal.sponsored': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, seatId: id, groupId: id.nullable(), capacity: sponsorCapacity }) }),
  'proposal.unsponsored': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, seatId: id }) }),
  /** `version`: the frozen one that it renders; only then is it for everybody. */
  'proposal.translated': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, language: lang, rev, version: z.int().nullable(), fields: formulation, bySeat: id, madeAt: z.int(), checkedBy: id.nullable() }) }),
  'proposal.translation-checked': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ ...about, language: lang, rev, bySeat: id }) }),
  /** `sponsors`: all who stand behind the one that goes on. */
  'proposal.merged': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, from: z.array(id), sponsors: z.array(sponsor) }) }),
  'proposal.split': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, parts: z.array(z.strictObject({ proposalId: id, number: z.int(), fields: formulation })) }) }),
};
