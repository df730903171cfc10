import { z } from 'zod';
import { reason, SLOW, STAFF_RATE } from './commands/rates.js';
import { defineCommand, defineEvent } from './define.js';
import { hex32, id, lang, limits, line, optionalLine, text } from './primitives.js';
import { sponsorCapacity } from './proposals.js';

export const confidence = z.enum(['low', 'medium', 'high']);
export type Confidence = z.infer<typeof confidence>;

/** An address of the web, or nothing. Shown as a link, so nothing else may stand there. */
const link = optionalLine(limits.link).refine((value) => value === '' || /^https?:\/\/[^\s<>"'\\]+\.[^\s<>"'\\]+$/iu.test(value), { error: 'link' });

/** A file as evidence quotes it: what it is was found in its bytes. */
export const fileQuote = z.strictObject({ hash: hex32, name: line(limits.fileName), type: z.string().max(100), size: z.int().positive() });
export type FileQuote = z.infer<typeof fileQuote>;

const stated = { claim: text(limits.claim), source: text(limits.source), date: optionalLine(limits.name), region: optionalLine(limits.name), link, confidence, language: lang };

/** A piece of evidence as it was frozen with a version: a footnote of the resolution. */
export const evidenceNote = z.strictObject({ evidenceId: id, ...stated, file: fileQuote.nullable(), contestedBy: z.array(id) });
export type EvidenceNote = z.infer<typeof evidenceNote>;

export const evidenceCommands = {
  'evidence.attach': defineCommand({
    rate: SLOW, refusals: ['panel.phase', 'proposal.state', 'evidence.too-many', 'file.unknown'],
    payload: z.strictObject({ evidenceId: id, proposalId: id, ...stated, file: z.strictObject({ hash: hex32, name: line(limits.fileName) }).nullable() }),
  }),
  'evidence.withdraw': defineCommand({ rate: STAFF_RATE, refusals: ['proposal.state', 'evidence.state'], payload: z.strictObject({ evidenceId: id }) }),
  'evidence.contest': defineCommand({ refusals: ['panel.phase', 'proposal.state', 'evidence.state', 'evidence.own'], payload: z.strictObject({ evidenceId: id, reason }) }),
  'evidence.uncontest': defineCommand({ refusals: ['proposal.state', 'evidence.not-contested'], payload: z.strictObject({ evidenceId: id }) }),
  /** About the version that the last decision adopted. */
  'reservation.record': defineCommand({
    rate: SLOW, refusals: ['dialogue.phase', 'proposal.state', 'reservation.recorded-already'],
    payload: z.strictObject({ reservationId: id, proposalId: id, capacity: sponsorCapacity, text: text(limits.reservation), language: lang }),
  }),
  'reservation.withdraw': defineCommand({ refusals: ['dialogue.phase', 'reservation.state'], payload: z.strictObject({ reservationId: id }) }),
};

const about = { evidenceId: id, proposalId: id, panelId: id };

export const evidenceEvents = {
  'evidence.attached': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, ...stated, file: fileQuote.nullable(), seatId: id, groupId: id.nullable() }) }),
  'evidence.withdrawn': defineEvent({ v: 1, audience: 'room', data: z.strictObject(about) }),
  'evidence.contested': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, seatId: id, groupId: id.nullable(), reason: z.string() }) }),
  'evidence.uncontested': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ ...about, seatId: id }) }),
  /** With a version its evidence stands still. */
  'evidence.frozen': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ proposalId: id, panelId: id, versionId: id, notes: z.array(evidenceNote) }) }),
  /** `organisation`: as the person's seat names it, where they speak for it. No person's name. */
  'reservation.recorded': defineEvent({
    v: 1, audience: 'public',
    data: z.strictObject({ reservationId: id, proposalId: id, panelId: id, voteId: id, version: z.int(), seatId: id, groupId: id.nullable(), capacity: sponsorCapacity, organisation: z.string(), text: text(limits.reservation), language: lang }),
  }),
  'reservation.withdrawn': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ reservationId: id, proposalId: id, panelId: id }) }),
};
