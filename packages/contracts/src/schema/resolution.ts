import { z } from 'zod';
import { day, hex32, id, lang } from './primitives.js';
import { formulation, formulationField, frame, regionCount } from './types.js';

const text = z.strictObject({ ru: z.string().optional(), ky: z.string().optional(), en: z.string().optional() });
const count = z.int().nonnegative();
/** On the consent scale: what yes and no were made of. */
const scale = z.strictObject({ support: count, canLiveWith: count, reservations: count, block: count });
const figures = { electorate: count, cast: count, yes: count, no: count, abstain: count, invalid: count, onPaper: count, scale: scale.nullable() };
const electorate = z.enum(['present', 'entitled']);
const decided = z.strictObject({
  number: z.string(), proposalId: id, voteId: id, version: z.int().min(1), versionHash: hex32, language: lang, fields: formulation, grade: z.string(),
  failed: z.array(z.looseObject({ id: z.string(), group: z.string().optional() })), isTied: z.boolean(), base: z.string(), electorate, overall: z.strictObject(figures),
  groups: z.array(z.strictObject({ groupId: id, ...figures })), ballotsHash: z.string(), rank: z.int().nullable(), overallRank: z.int().nullable(),
  earlier: z.array(z.strictObject({ voteId: id, version: z.int(), grade: z.string(), reason: z.string() })),
  ballot: z.enum(['yes-no-abstain', 'consent-scale']), agendaId: id.nullable(),
  paper: z.array(z.strictObject({ groupId: id, how: z.enum(['paper', 'hands']), ballots: count, enteredBy: z.int(), confirmedBy: z.int() })),
  footnotes: z.array(z.strictObject({ claim: z.string(), source: z.string(), date: z.string(), region: z.string(), link: z.string(), contestedBy: z.array(z.string()) })),
  translations: z.array(z.strictObject({ language: lang, fields: formulation, isChecked: z.boolean() })),
  amendments: z.array(z.strictObject({
    number: z.string(), field: formulationField, before: z.string(), text: z.string().nullable(), outcome: z.enum(['adopted', 'rejected', 'fell']), fellTo: z.string().nullable(),
    vote: z.strictObject({
      voteId: id, version: z.int().min(1), versionHash: hex32, grade: z.string(), failed: z.array(z.looseObject({ id: z.string(), group: z.string().optional() })),
      overall: z.strictObject(figures), groups: z.array(z.strictObject({ groupId: id, ...figures })), ballotsHash: z.string(),
    }).nullable(),
  })),
  reservations: z.array(z.strictObject({ by: z.string(), text: z.string(), language: lang, version: z.int().min(1), isTextChanged: z.boolean() })),
});
const ranking = z.strictObject({
  voteId: id, electorate, ballots: count, blank: count, isTied: z.boolean(), ballotsHash: z.string(),
  options: z.array(z.strictObject({ id, number: z.string(), title: z.string(), language: lang, rank: z.int(), bridge: count })), pairwise: z.array(z.array(count)),
  groups: z.array(z.strictObject({ groupId: id, ballots: count, ranking: z.array(z.array(id)) })),
  shortlist: z.strictObject({ seats: count, selected: z.array(id), waiting: z.array(id), lot: z.array(z.strictObject({ groupId: id, number: count })).nullable() }).nullable(),
});

/** The published shape of `resolutions/N.json`; as JSON Schema in `docs/resolution.schema.json` and at `/api/schemas/resolution.json`. */
export const resolutionDocument = z.strictObject({
  format: z.literal('tegerek-resolution'), v: z.literal(1), dialogueId: id, rehearsal: z.boolean(), number: z.int().min(1), date: day, place: z.string(), heldAt: text, heldOn: day, languages: z.array(lang).min(1),
  title: text, description: text, goals: z.array(text), participants: z.array(z.strictObject({ groupId: id, title: text, seats: count, present: count })), regions: z.array(regionCount), frame,
  panels: z.array(z.strictObject({
    panelId: id, number: z.int(), title: text, outcome: text, recommendations: z.array(decided), notAdopted: z.array(decided),
    voided: z.array(z.strictObject({ voteId: id, number: z.string(), title: z.string(), language: lang.nullable(), reason: z.string() })), ranking: ranking.nullable(),
  })),
  ranking: ranking.nullable(), basedOn: z.strictObject({ seq: count, hash: hex32 }),
});

/** JSON Schema (draft 2020-12) of the published shape. */
export const resolutionJsonSchema = (): unknown => z.toJSONSchema(resolutionDocument, { io: 'input', unrepresentable: 'any' });
