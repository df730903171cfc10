import { z } from 'zod';
import { questionCommands } from './commands/questions.js';
import { reason, STAFF_RATE } from './commands/rates.js';
import { speakerCommands } from './commands/speakers.js';
import { consoleCommands } from './consoles.js';
import { defineCommand, result } from './define.js';
import { pollCommands, pollPresses } from './polls.js';
import { amendmentCommands } from './amendments.js';
import { evidenceCommands } from './evidence.js';
import { proposalCommands } from './proposals.js';
import { registrationCommands } from './registration.js';
import { day, exact, hex32, id, lang, limits, line, optionalText, role, slug, text } from './primitives.js';
import { collectiveCommands } from './collective.js';
import { ballotChoice, consentPurpose, decisionRule, dialogueSetup, frameSection, group, panelSetup, panelPhase, screenRequest, seatSetup } from './types.js';

const empty = z.strictObject({});

/** Commands of the `instance` space: accounts and the creation of dialogues. */
const instanceCommands = {
  'account.register': defineCommand({
    // everybody who is not signed in shares one rate: a low one would let a stranger keep others out
    lane: 'instance', secret: true, rate: STAFF_RATE, refusals: ['link.used', 'login.taken', 'password.too-short'],
    payload: z.strictObject({ accountId: id, token: exact(16, 100), name: line(limits.name), login: line(limits.login), password: exact(1, limits.password) }),
  }),
  'account.invite': defineCommand({ lane: 'instance', secret: true, payload: z.strictObject({ invitationId: id, tokenHash: hex32 }) }),
  'dialogue.create': defineCommand({
    lane: 'instance', large: true, refusals: ['dialogue.exists', 'dialogue.slug-taken', 'vote.rule-invalid'],
    payload: z.strictObject({
      dialogueId: id, setup: dialogueSetup, groups: z.array(group).min(1).max(limits.groups), panels: z.array(panelSetup).max(limits.panels),
      rule: decisionRule, organizer: seatSetup, demo: z.boolean(), rehearsal: z.boolean(),
    }),
  }),
};

const dialogueCommands = {
  'dialogue.edit': defineCommand({ large: true, refusals: ['dialogue.phase', 'dialogue.slug-taken'], payload: dialogueSetup }),
  'dialogue.set-groups': defineCommand({ refusals: ['dialogue.phase', 'dialogue.group-in-use'], payload: z.strictObject({ groups: z.array(group).min(1).max(limits.groups) }) }),
  'dialogue.set-rule': defineCommand({ refusals: ['dialogue.phase', 'vote.rule-invalid'], payload: z.strictObject({ rule: decisionRule }) }),
  'dialogue.open': defineCommand({ refusals: ['dialogue.phase', 'dialogue.no-panels'], payload: empty }),
  'dialogue.close': defineCommand({ refusals: ['dialogue.phase', 'dialogue.panels-open'], payload: empty }),
  'panel.set': defineCommand({ large: true, refusals: ['dialogue.phase', 'panel.phase'], payload: panelSetup }),
  'panel.move-phase': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.transition', 'panel.busy', 'panel.reason-needed', 'panel.unformulated', 'request.stale'],
    payload: z.strictObject({ panelId: id, to: panelPhase, reason: optionalText(limits.reason).optional() }),
  }),
};

const seatCommands = {
  'seat.add': defineCommand({ large: true, rate: STAFF_RATE, refusals: ['dialogue.phase', 'seat.number-taken', 'seat.group-needed'], payload: z.strictObject({ seats: z.array(seatSetup).min(1).max(limits.seatsPerCommand) }) }),
  'seat.set-roles': defineCommand({ refusals: ['seat.last-organizer'], payload: z.strictObject({ seatId: id, roles: z.array(role).max(4) }) }),
  'seat.reissue': defineCommand({ rate: STAFF_RATE, refusals: ['seat.revoked'], payload: z.strictObject({ codes: z.array(z.strictObject({ seatId: id, authKeyHash: hex32 })).min(1).max(limits.seatsPerCommand) }) }),
  'seat.revoke': defineCommand({ refusals: ['seat.revoked', 'seat.last-organizer'], payload: z.strictObject({ seatId: id, reason }) }),
  'seat.join': defineCommand({ refusals: ['dialogue.phase'], payload: empty }),
  'seat.check-in': defineCommand({ rate: STAFF_RATE, refusals: ['dialogue.phase', 'seat.revoked'], payload: z.strictObject({ number: z.int().min(1).max(99_999) }), result: result<{ seatId: string }>() }),
  'seat.leave': defineCommand({ payload: z.strictObject({ seatId: id.optional() }) }),
  'seat.set-language': defineCommand({ payload: z.strictObject({ language: lang }) }),
  'consent.set': defineCommand({ payload: z.strictObject({ given: z.partialRecord(consentPurpose, z.boolean()) }) }),
  'person.erase': defineCommand({ refusals: ['seat.last-organizer'], payload: z.strictObject({ seatId: id, reason }) }),
};

const floorCommands = {
  'screen.pair': defineCommand({ refusals: ['screen.code'], payload: z.strictObject({ screenId: id, code: line(12), name: line(limits.name), language: lang, panelId: id.nullable() }) }),
  'screen.set': defineCommand({ rate: STAFF_RATE, payload: z.strictObject({ screenId: id, name: line(limits.name), language: lang, panelId: id.nullable() }) }),
  'screen.release': defineCommand({ payload: z.strictObject({ screenId: id }) }),
  'screen.show': defineCommand({ rate: STAFF_RATE, payload: z.strictObject({ panelId: id.nullable(), view: screenRequest }) }),
  'minutes.add': defineCommand({ rate: STAFF_RATE, payload: z.strictObject({ entryId: id, panelId: id, text: text(limits.minutes) }) }),
  'minutes.edit': defineCommand({ rate: STAFF_RATE, refusals: ['request.stale'], payload: z.strictObject({ entryId: id, text: text(limits.minutes) }) }),
};

const voteCommands = {
  'decision.open': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'proposal.state', 'vote.open-already', 'vote.rule-invalid', 'vote.secret-unsupported', 'vote.superseded'],
    payload: z.strictObject({
      voteId: id, proposalId: id, electorate: z.enum(['present', 'entitled']), rule: decisionRule.nullable(), secret: z.boolean(),
      // a correction: a new decision on a proposal that was decided; the closed one stays as it is
      supersedes: z.strictObject({ voteId: id, reason }).nullable().default(null),
    }),
  }),
  'ranking.open': defineCommand({
    rate: STAFF_RATE, refusals: ['dialogue.phase', 'panel.phase', 'vote.open-already', 'vote.nothing-to-rank', 'vote.secret-unsupported'],
    // panelId null: over the whole dialogue, before it closes
    payload: z.strictObject({ voteId: id, panelId: id.nullable(), electorate: z.enum(['present', 'entitled']), top: z.int().min(1).max(limits.rankingOptions).nullable(), shortlist: z.int().min(1).max(limits.rankingOptions).nullable().default(null), secret: z.boolean() }),
  }),
  'vote.close': defineCommand({ rate: STAFF_RATE, refusals: ['vote.state', 'paper.unconfirmed'], payload: z.strictObject({ voteId: id }) }),
  'vote.finish': defineCommand({ system: true, refusals: ['vote.state'], payload: z.strictObject({ voteId: id }) }),
  'vote.void': defineCommand({ rate: STAFF_RATE, refusals: ['vote.state'], payload: z.strictObject({ voteId: id, reason }) }),
};

const resolutionCommands = {
  // `expect.rev`: the revision of this section in this language that the writer saw; 0 before its first
  'resolution.draft-set': defineCommand({ large: true, rate: STAFF_RATE, refusals: ['request.stale'], payload: z.strictObject({ section: frameSection, language: lang, text: optionalText(limits.frameSection) }) }),
  // `expect.rev`: the sum of all these revisions; nothing is published that its publisher has not seen
  'resolution.publish': defineCommand({ refusals: ['dialogue.phase', 'resolution.nothing-decided', 'resolution.unchanged', 'request.stale'], payload: z.strictObject({ resolutionId: id, number: z.int().min(1), date: day, place: optionalText(limits.title) }) }),
};

/** Count lane: one durable row per (object, seat), replaceable while the object is open; the guard is `rev`. */
const presses = {
  'ballot.cast': defineCommand({
    lane: 'count', rate: { perMinute: 60, burst: 20 }, refusals: ['ballot.rev-conflict', 'ballot.not-counted', 'ballot.invalid', 'ballot.on-paper', 'vote.not-entitled'],
    payload: z.strictObject({ object: id, rev: z.int().min(1).max(1_000_000), choice: ballotChoice }),
  }),
  'question.support': defineCommand({
    lane: 'count', rate: { perMinute: 120, burst: 40 }, refusals: ['ballot.rev-conflict', 'ballot.not-counted', 'panel.phase'],
    payload: z.strictObject({ object: id, rev: z.int().min(1).max(1_000_000), choice: z.boolean() }),
  }),
};

/** Every command; handlers, routes, socket types, OpenAPI, permissions and limits derive from it. */
export const commands = { ...instanceCommands, ...dialogueCommands, ...seatCommands, ...registrationCommands, ...questionCommands, ...speakerCommands, ...floorCommands, ...proposalCommands, ...evidenceCommands, ...amendmentCommands, ...voteCommands, ...collectiveCommands, ...resolutionCommands, ...pollCommands, ...consoleCommands, ...presses, ...pollPresses };
export const slugSchema = slug;
export type Commands = typeof commands;
