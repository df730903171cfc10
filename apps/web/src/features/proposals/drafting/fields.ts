import { LIMITS, type Formulation } from '@tegerek/contracts/wire';

export type FieldName = keyof Formulation;

/** In the order of the page, with the most characters of each. */
export const FIELDS: readonly { name: FieldName; limit: number; rows: number }[] = [
  { name: 'title', limit: LIMITS.title, rows: 1 },
  { name: 'text', limit: LIMITS.proposalText, rows: 4 },
  { name: 'addressee', limit: LIMITS.addressee, rows: 1 },
  { name: 'responsible', limit: LIMITS.responsible, rows: 1 },
  { name: 'deadline', limit: LIMITS.name, rows: 1 },
  { name: 'indicator', limit: LIMITS.indicator, rows: 2 },
  { name: 'region', limit: LIMITS.name, rows: 1 },
];

/** What a decision needs; the server refuses `proposal.incomplete` by the same list. */
const REQUIRED: readonly FieldName[] = ['text', 'addressee', 'responsible', 'deadline'];

export const missingFields = (fields: Formulation): FieldName[] => REQUIRED.filter((name) => fields[name].trim() === '');

/** The person's own typing on a proposal: only fields that they touched, and the revision that they saw then. */
export interface Edits { rev: number; fields: Partial<Formulation>; seen: Partial<Formulation> }

export const NO_EDITS: Edits = { rev: 0, fields: {}, seen: {} };

/** Fields that somebody else changed since the person began to edit them, and to something else than they wrote. */
export function conflicts(edits: Edits, now: Formulation): FieldName[] {
  return (Object.keys(edits.fields) as FieldName[]).filter((name) => edits.seen[name] !== undefined && edits.seen[name] !== now[name] && edits.fields[name] !== now[name]);
}

/** One keystroke: a field that is back to what is saved is no edit. */
export function typed(edits: Edits, name: FieldName, value: string, now: Formulation, rev: number): Edits {
  const { [name]: _, ...fields } = edits.fields;
  const { [name]: seen, ...others } = edits.seen;
  if (value === now[name]) return { rev: Object.keys(fields).length === 0 ? rev : edits.rev, fields, seen: others };
  const isFirst = Object.keys(edits.fields).length === 0;
  return { rev: isFirst ? rev : edits.rev, fields: { ...fields, [name]: value }, seen: { ...others, [name]: seen ?? now[name] } };
}

/** After a save: only what was typed on meanwhile is still an edit, and what it was typed over is what was saved. */
export function saved(edits: Edits, sent: Edits): Edits {
  const left = (Object.keys(edits.fields) as FieldName[]).filter((name) => edits.fields[name] !== sent.fields[name]);
  const pick = (from: (name: FieldName) => string | undefined): Partial<Formulation> => Object.fromEntries(left.flatMap((name) => { const value = from(name); return value === undefined ? [] : [[name, value]]; }));
  return { rev: sent.rev + 1, fields: pick((name) => edits.fields[name]), seen: pick((name) => sent.fields[name] ?? edits.seen[name]) };
}
