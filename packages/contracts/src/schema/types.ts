import { z } from 'zod';
import { DIALOGUE_PHASES, FRAME_SECTIONS, PANEL_PHASES } from '../wire/values.js';
import { clockTime, day, hex32, id, lang, limits, line, multilingual, optionalLine, optionalText, role, slug, text, timeZone } from './primitives.js';

export const dialoguePhase = z.enum(DIALOGUE_PHASES);
export const panelPhase = z.enum(PANEL_PHASES);
/** A declared constituency. Colour and pattern follow from `tone` (0…6, Okabe–Ito in the design's order). */
export const group = z.strictObject({ id, title: multilingual(limits.title), sign: multilingual(2), tone: z.int().min(0).max(6) });
export type Group = z.infer<typeof group>;

const whole = z.int().min(0).max(100_000);
const fraction = z.strictObject({ num: whole, den: z.int().min(1).max(100_000) });
const threshold = z.strictObject({ num: whole, den: z.int().min(1).max(100_000), comparator: z.enum(['>', '>=']) });
const groupClause = z.strictObject({
  threshold,
  needed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('required') }),
    z.strictObject({ kind: z.literal('at-least'), groups: z.int().min(1).max(limits.groups) }),
    z.strictObject({ kind: z.literal('accepting-weight'), share: threshold }),
  ]),
});
const rung = z.strictObject({ overall: threshold.nullable(), group: groupClause.nullable(), weightedShare: threshold.nullable() });

/** The frozen data that says when a decision passes: shape of the tally package's `DecisionRule`, which checks its sense. */
export const decisionRule = z.strictObject({
  algorithm: z.strictObject({ id: z.literal('yes-no'), version: z.literal(1) }),
  ballot: z.enum(['yes-no-abstain', 'consent-scale']),
  base: z.enum(['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled']),
  groups: z.array(id).min(1).max(limits.groups),
  requiredGroups: z.array(id).max(limits.groups),
  quorum: z.strictObject({ counted: z.enum(['cast', 'present']), overall: threshold.nullable(), perGroup: threshold.nullable() }),
  consensus: z.boolean(),
  broadAgreement: rung.nullable(),
  majority: rung.nullable(),
  weights: z.record(id, fraction),
  veto: z.strictObject({ groups: z.array(id).max(limits.groups), threshold }).nullable(),
  tie: z.enum(['not-adopted', 'undecided', 'adopted']),
});
export type DecisionRule = z.infer<typeof decisionRule>;

export const rankingRule = z.strictObject({
  algorithm: z.strictObject({ id: z.literal('schulze'), version: z.literal(1) }), strength: z.literal('winning'), unranked: z.literal('last'),
  /** How many places a ballot may fill; `null`: all. */
  top: z.int().min(1).max(limits.rankingOptions).nullable(),
  /** Places of the proportional shortlist; `null`: none. A ballot supports its first so many. */
  shortlist: z.int().min(1).max(limits.rankingOptions).nullable(),
});
export type RankingRule = z.infer<typeof rankingRule>;

const weight = z.int().min(0).max(3);
/** What counts for the suggestion of the next speaker, 0 (not at all) to 3: a group heard less than its share of seats, a first contribution, the wait. */
export const speakingWeights = z.strictObject({ share: weight, first: weight, waiting: weight });
export type SpeakingWeights = z.infer<typeof speakingWeights>;

export const panelSetup = z.strictObject({
  id, number: z.int().min(1).max(limits.panels), title: multilingual(limits.title), outcome: multilingual(limits.description),
  startsAt: clockTime.nullable(), endsAt: clockTime.nullable(), hall: multilingual(limits.name),
  /** Seats that run, record and speak. */
  moderators: z.array(id).max(20), rapporteurs: z.array(id).max(20), panellists: z.array(id).max(40),
  /** Questions wait for a moderator before the room sees them. */
  premoderation: z.boolean(),
  /** Absent: the usual ones (packages/rules). */
  speaking: speakingWeights.optional(),
});
export type PanelSetup = z.infer<typeof panelSetup>;

export const contact = z.strictObject({ name: line(limits.name), role: multilingual(limits.position), phone: optionalLine(limits.name), email: optionalLine(limits.name) });
export type Contact = z.infer<typeof contact>;

export const dialogueSetup = z.strictObject({
  slug, title: multilingual(limits.title), goals: z.array(multilingual(limits.goal)).max(limits.goals), description: multilingual(limits.description),
  place: multilingual(limits.title), date: day, timeZone, languages: z.array(lang).min(1).max(3),
  contacts: z.array(contact).max(10), privacyNotice: multilingual(limits.description),
});
export type DialogueSetup = z.infer<typeof dialogueSetup>;

/** The structured formulation of a proposal; empty strings are missing parts. */
export const formulation = z.strictObject({
  title: optionalText(limits.title), text: text(limits.proposalText), addressee: optionalText(limits.addressee),
  responsible: optionalText(limits.responsible), deadline: optionalText(limits.name), indicator: optionalText(limits.indicator), region: optionalText(limits.name),
  /** The addressee as it stands after «рекомендовать»: «Министерству экономики». Data of the text: nothing inflects by itself. */
  addresseeDative: optionalText(limits.addressee).optional(),
});
export type Formulation = z.infer<typeof formulation>;

/** One field of a formulation. */
export const formulationField = formulation.keyof();
export type FormulationField = z.infer<typeof formulationField>;

export const votePurpose = z.enum(['decision', 'ranking', 'amendment']);
export type VotePurpose = z.infer<typeof votePurpose>;
/** What a vote on an amendment is about: the voted version is the whole text with it; `before` stands in the field without it, in revision `rev`. */
export const votedAmendment = z.strictObject({ amendmentId: id, field: formulationField, before: z.string(), rev: z.int().min(1) });
export type VotedAmendment = z.infer<typeof votedAmendment>;

export const voteOption = z.strictObject({ id, number: z.string().max(12), title: z.string().max(limits.title), text: z.string().max(limits.proposalText), language: lang });
export type VoteOption = z.infer<typeof voteOption>;

/** A voted text: immutable. `hash` = SHA-256 of `tegerek/version/v1\n` ‖ JCS({ fields, language, number, proposalId }), hex. */
export const version = z.strictObject({ versionId: id, proposalId: id, number: z.int().min(1), language: lang, fields: formulation, hash: hex32 });
export type Version = z.infer<typeof version>;

export const yesNoChoice = z.enum(['yes', 'no', 'abstain']);
/** On the consent scale these count as yes. */
export const consentChoice = z.enum(['support', 'can-live-with', 'reservations']);
/** On the consent scale the «no»; it holds its reason, which is published beside the list, without a name. */
export const blockChoice = z.strictObject({ choice: z.literal('block'), reason: text(limits.reason) });
/** A ranking ballot: options best first. */
export const rankingChoice = z.array(id).max(limits.rankingOptions);
export const ballotChoice = z.union([yesNoChoice, consentChoice, blockChoice, rankingChoice]);
export type BallotChoice = z.infer<typeof ballotChoice>;

/** What a projector shows. Content is copied in by the server, so the screen needs nothing else. */
export const screenView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('agenda'), panelId: id }),
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('break'), text: multilingual(limits.screenText) }),
  z.strictObject({ kind: z.literal('text'), text: multilingual(limits.screenText) }),
  z.strictObject({ kind: z.literal('question'), questionId: id, text: z.string(), groupId: id.nullable(), author: z.string().nullable() }),
  z.strictObject({ kind: z.literal('speaker'), panelId: id, turnId: id, name: z.string(), organisation: z.string(), groupId: id.nullable() }),
  z.strictObject({ kind: z.literal('proposal'), proposalId: id, number: z.string(), language: lang, fields: formulation }),
  z.strictObject({ kind: z.literal('vote'), voteId: id }),
  z.strictObject({ kind: z.literal('poll'), panelId: id, pollId: id }),
]);
export type ScreenView = z.infer<typeof screenView>;

/** What a moderator asks to be shown. */
export const screenRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('agenda'), panelId: id }),
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('break'), text: multilingual(limits.screenText) }),
  z.strictObject({ kind: z.literal('text'), text: multilingual(limits.screenText) }),
  z.strictObject({ kind: z.literal('question'), questionId: id }),
  z.strictObject({ kind: z.literal('speaker'), panelId: id }),
  z.strictObject({ kind: z.literal('proposal'), proposalId: id }),
  z.strictObject({ kind: z.literal('vote'), voteId: id }),
  z.strictObject({ kind: z.literal('poll'), panelId: id, pollId: id }),
]);
export type ScreenRequest = z.infer<typeof screenRequest>;

export const frameSection = z.enum(FRAME_SECTIONS);
const framePart = multilingual(limits.frameSection);
export const frame = z.strictObject({ preamble: framePart, findings: framePart, commitments: framePart, mechanism: framePart });
/** Seats by region; `null`: fewer than five, not said. */
export const regionCount = z.strictObject({ name: z.string(), seats: z.int().nullable() });

export const handKind = z.enum(['contribution', 'reply', 'order']);
export const consentPurpose = z.enum(['notice', 'photo', 'recording', 'name', 'attribution', 'follow-up']);
export type ConsentPurpose = z.infer<typeof consentPurpose>;

/** One code that many may use: it leads into one group, for so many seats. It is shown on a wall, so it is no secret from the server. */
export const openCode = z.strictObject({ groupId: id, code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{14}$/u), limit: z.int().min(1).max(limits.openCodeSeats) });
export type OpenCode = z.infer<typeof openCode>;

/** A new seat. The code's secret never comes here: only the hash of its `authKey`. */
export const seatSetup = z.strictObject({
  seatId: id, number: z.int().min(1).max(99_999), groupId: id.nullable(), roles: z.array(role).max(4),
  name: line(limits.name), organisation: optionalLine(limits.organisation), position: optionalLine(limits.position), region: optionalLine(limits.name),
  language: lang, authKeyHash: hex32,
});
export type SeatSetup = z.infer<typeof seatSetup>;

