import { z } from 'zod';
import { defineCommand, defineEvent } from './define.js';
import { hex32, id, lang, limits, text } from './primitives.js';
import { decisionRule } from './types.js';

// What several take part in beside the ballots on their phones: the consent agenda, paper and hands, the public lot.

const STAFF_RATE = { perMinute: 600, burst: 100 };
const count = z.int().min(0).max(100_000);
const byGroup = z.record(id, z.int().nonnegative());
/** As printed on badges and at the door. */
const seatNumber = z.int().min(1).max(99_999);
const reason = text(limits.reason);

export const paperHow = z.enum(['paper', 'hands']);
/** How many of each choice; a choice that is absent has none. `invalid`: neither of the choices could be read. */
export const paperCounts = z.partialRecord(z.enum(['yes', 'no', 'abstain', 'support', 'can-live-with', 'reservations', 'block', 'invalid']), count);
export type PaperCounts = z.infer<typeof paperCounts>;
/** One counted pile of a group, confirmed: as the close states it. `salt`: of `countsHash` (docs/protocol.md VOTE-13). */
export const paperPile = z.strictObject({ entryId: id, groupId: id, how: paperHow, counts: paperCounts, enteredBy: seatNumber, confirmedBy: seatNumber, salt: hex32 });
export type PaperPile = z.infer<typeof paperPile>;

export const agendaItem = z.strictObject({ proposalId: id, number: z.string().max(12), title: z.string().max(limits.title), language: lang });
export type AgendaItem = z.infer<typeof agendaItem>;

/** A shortlist as the tally states it (JSON, integers and exact fractions as text). */
const shortlist = z.record(z.string(), z.unknown());
export const lotNumber = z.int().min(0).max(999_999);

export const collectiveCommands = {
  'agenda.list': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'proposal.state', 'agenda.pulled-out', 'vote.open-already'],
    payload: z.strictObject({ agendaId: id, panelId: id, proposalIds: z.array(id).min(2).max(limits.agendaItems) }),
  }),
  'agenda.pull-out': defineCommand({ refusals: ['dialogue.phase', 'panel.phase', 'agenda.state', 'agenda.pulled-out'], payload: z.strictObject({ agendaId: id, proposalId: id }) }),
  'agenda.drop': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'agenda.state'], payload: z.strictObject({ agendaId: id }) }),
  'agenda.open': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'agenda.state', 'agenda.empty', 'vote.open-already', 'vote.rule-invalid', 'vote.secret-unsupported'],
    payload: z.strictObject({ agendaId: id, electorate: z.enum(['present', 'entitled']), rule: decisionRule.nullable(), secret: z.boolean() }),
  }),
  // `object` of paper commands: the vote, or the agenda whose items are voted on together
  'paper.mark': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'vote.state', 'paper.not-here', 'paper.seat-unknown', 'paper.voted-already', 'paper.too-many'],
    payload: z.strictObject({ object: id, numbers: z.array(seatNumber).min(1).max(limits.paperSeats), onPaper: z.boolean() }),
  }),
  'paper.enter': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'vote.state', 'paper.not-here', 'paper.too-many', 'ballot.invalid', 'paper.empty'],
    payload: z.strictObject({ entryId: id, object: id, groupId: id, how: paperHow, counts: paperCounts }),
  }),
  // the second person types the figures from the papers again: a running total is never shown, not even to them
  'paper.confirm': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'vote.state', 'paper.state', 'paper.same-person', 'paper.differs'], payload: z.strictObject({ entryId: id, counts: paperCounts }) }),
  'paper.withdraw': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'vote.state', 'paper.state'], payload: z.strictObject({ entryId: id, reason }) }),
  'ranking.draw-lot': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'vote.state', 'lot.not-needed', 'lot.numbers'], payload: z.strictObject({ voteId: id, numbers: z.record(id, lotNumber) }) }),
};

export const collectiveEvents = {
  'agenda.listed': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ agendaId: id, panelId: id, items: z.array(agendaItem) }) }),
  /** The room learns what was pulled out, not by whom. */
  'agenda.pulled-out': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ agendaId: id, panelId: id, proposalId: id }) }),
  'agenda.pull-asked': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ agendaId: id, panelId: id, proposalId: id, seatId: id, groupId: id.nullable() }) }),
  'agenda.dropped': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ agendaId: id, panelId: id }) }),
  'agenda.opened': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ agendaId: id, panelId: id }) }),
  /** How many seats of each group now vote on paper in this vote, and so no longer by phone. */
  'paper.marked': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ object: id, onPaper: byGroup }) }),
  'paper.seats-marked': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ object: id, panelId: id, seats: z.array(z.strictObject({ seatId: id, number: seatNumber })), onPaper: z.boolean() }) }),
  /** The figures stay closed until the close: `countsHash` commits to them (docs/protocol.md VOTE-13). */
  'paper.entered': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ entryId: id, object: id, groupId: id, how: paperHow, ballots: count, countsHash: hex32, by: seatNumber }) }),
  'paper.confirmed': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ entryId: id, object: id, by: seatNumber }) }),
  'paper.withdrawn': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ entryId: id, object: id, by: seatNumber, reason: z.string() }) }),
  /** Why a ballot on the consent scale blocked, by its number in the list: an event of its own, so that it can be erased alone. */
  'vote.block-reasoned': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ voteId: id, panelId: id.nullable(), number: z.int(), groupId: id, reason: z.string() }) }),
  'ranking.lot-drawn': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ voteId: id, numbers: z.record(id, lotNumber), seed: z.string(), lots: z.array(id), shortlist }) }),
};
