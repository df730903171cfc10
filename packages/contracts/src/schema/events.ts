import { z } from 'zod';
import { collectiveEvents, paperPile } from './collective.js';
import { consoleEvents } from './consoles.js';
import { defineEvent } from './define.js';
import { questionEvents, speakerEvents } from './events/floor.js';
import { pollEvents } from './polls.js';
import { registrationEvents } from './registration.js';
import { day, hex32, id, instant, lang, limits, role, text } from './primitives.js';
import { amendmentEvents } from './amendments.js';
import { evidenceEvents } from './evidence.js';
import { proposalEvents } from './proposals.js';
import { consentPurpose, decisionRule, dialogueSetup, frame, frameSection, group, panelPhase, panelSetup, rankingRule, regionCount, screenView, version, votedAmendment, voteOption, votePurpose } from './types.js';

const empty = z.strictObject({});
const byGroup = z.record(id, z.int().nonnegative());

const dialogueEvents = {
  'dialogue.created': defineEvent({
    v: 1, audience: 'public',
    data: z.strictObject({ dialogueId: id, setup: dialogueSetup, groups: z.array(group), panels: z.array(panelSetup), rule: decisionRule, demo: z.boolean(), rehearsal: z.boolean() }),
  }),
  'dialogue.edited': defineEvent({ v: 1, audience: 'public', data: dialogueSetup }),
  'dialogue.groups-set': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ groups: z.array(group) }) }),
  'dialogue.rule-set': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ rule: decisionRule }) }),
  'dialogue.opened': defineEvent({ v: 1, audience: 'public', data: empty }),
  'dialogue.closed': defineEvent({ v: 1, audience: 'public', data: empty }),
  'panel.set': defineEvent({ v: 1, audience: 'public', data: panelSetup }),
  'panel.phase-moved': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ panelId: id, from: panelPhase, to: panelPhase, rev: z.int(), reason: z.string().nullable() }) }),
};

const seatEvents = {
  // names never come here: they are read from the directory
  'seat.added': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seats: z.array(z.strictObject({ seatId: id, number: z.int(), groupId: id.nullable(), roles: z.array(role) })) }) }),
  'seat.roles-set': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seatId: id, roles: z.array(role) }) }),
  'seat.reissued': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ seatId: id }) }),
  'seat.revoked': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seatId: id, groupId: id.nullable(), wasPresent: z.boolean() }) }),
  'seat.joined': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seatId: id, groupId: id.nullable(), how: z.enum(['code', 'door']) }) }),
  'seat.left': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seatId: id, groupId: id.nullable() }) }),
  'seat.language-set': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ seatId: id, language: lang }) }),
  'consent.set': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ seatId: id, given: z.partialRecord(consentPurpose, z.boolean()) }) }),
  'person.erased': defineEvent({ v: 1, audience: 'room', data: z.strictObject({ seatId: id, paths: z.array(z.strictObject({ seq: z.int(), i: z.int() })) }) }),
};

const floorEvents = {
  'screen.paired': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ screenId: id, name: z.string(), language: lang, panelId: id.nullable() }) }),
  'screen.released': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ screenId: id }) }),
  'screen.shown': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ panelId: id.nullable(), view: screenView }) }),
  'minutes.added': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ entryId: id, panelId: id, text: text(limits.minutes), at: instant }) }),
  'minutes.edited': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ entryId: id, panelId: id, text: text(limits.minutes), rev: z.int() }) }),
};

const voteEvents = {
  'vote.opened': defineEvent({
    v: 1, audience: 'public',
    data: z.strictObject({
      voteId: id, panelId: id.nullable(), purpose: votePurpose, number: z.string(), version: version.nullable(), options: z.array(voteOption),
      rule: z.union([decisionRule, rankingRule]), electorate: z.enum(['present', 'entitled']), electorateByGroup: byGroup, graceMs: z.int(),
      /** Items of a consent agenda share it: one ballot per seat stands for all of them. */
      agendaId: id.nullable(),
      /** The closed decision that this one corrects or follows. */
      supersedes: z.strictObject({ voteId: id, reason: z.string() }).nullable(),
      /** What the proposal becomes again if the vote is void. */
      returnsTo: z.enum(['in-formulation', 'adopted', 'not-adopted']).nullable(),
      /** Of a vote on an amendment. */
      amendment: votedAmendment.nullable(),
    }),
  }),
  'vote.closing': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ voteId: id, closesAt: instant }) }),
  /** `result` is the tally's own (JSON, integers only); `ballotsHash` commits to the published list (docs/protocol.md VOTE-7), `castByGroup` is the list and the paper. */
  'vote.closed': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ voteId: id, result: z.record(z.string(), z.unknown()), castByGroup: byGroup, ballots: z.int(), ballotsHash: hex32, paper: z.array(paperPile) }) }),
  'vote.voided': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ voteId: id, reason: z.string(), pulledOut: z.boolean() }) }),
  'resolution.drafted': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ section: frameSection, language: lang, text: z.string(), rev: z.int(), bySeat: id }) }),
  /** Beside `resolution.published`, in the same entry: what stands around the decided texts. Phones do without it; a bundle opens it. */
  'resolution.framed': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ resolutionId: id, frame, regions: z.array(regionCount) }) }),
  'resolution.published': defineEvent({ v: 1, audience: 'public', data: z.strictObject({ resolutionId: id, number: z.int(), date: day, place: z.string(), basedOnSeq: z.int(), sha256: hex32 }) }),
};

const instanceEvents = {
  'account.registered': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ accountId: id, administrator: z.boolean() }) }),
  'account.invited': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ invitationId: id }) }),
  'dialogue.listed': defineEvent({ v: 1, audience: 'facilitators', data: z.strictObject({ dialogueId: id }) }),
};

export const events = { ...dialogueEvents, ...seatEvents, ...registrationEvents, ...questionEvents, ...speakerEvents, ...floorEvents, ...proposalEvents, ...evidenceEvents, ...amendmentEvents, ...voteEvents, ...collectiveEvents, ...pollEvents, ...consoleEvents, ...instanceEvents };
export type Events = typeof events;
