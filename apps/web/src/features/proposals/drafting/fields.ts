import { LIMITS, type Formulation } from '@tegerek/contracts/wire';

export type FieldName = keyof Formulation;

export const EMPTY: Formulation = { title: '', text: '', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };

/** In the order of the page, with the most characters of each. */
export const FIELDS: readonly { name: FieldName; limit: number; rows: number }[] = [
  { name: 'title', limit: LIMITS.title, rows: 1 },
  { name: 'text', limit: LIMITS.proposalText, rows: 4 },
  { name: 'addressee', limit: LIMITS.addressee, rows: 1 },
  { name: 'addresseeDative', limit: LIMITS.addressee, rows: 1 },
  { name: 'responsible', limit: LIMITS.responsible, rows: 1 },
  { name: 'deadline', limit: LIMITS.name, rows: 1 },
  { name: 'indicator', limit: LIMITS.indicator, rows: 2 },
  { name: 'region', limit: LIMITS.name, rows: 1 },
];

/** What a decision needs; the server refuses `proposal.incomplete` by the same list. */
const REQUIRED: readonly FieldName[] = ['text', 'addressee', 'responsible', 'deadline'];

const valueOf = (fields: Partial<Formulation>, name: FieldName): string => fields[name] ?? '';

export const missingFields = (fields: Formulation): FieldName[] => REQUIRED.filter((name) => valueOf(fields, name).trim() === '');

/** A proposal's heading: its title, else the start of its text. */
export function headingOf({ fields }: { fields: Formulation }): string {
  if (fields.title !== '') return fields.title;
  const points = [...fields.text];
  return points.length <= 80 ? fields.text : `${points.slice(0, 79).join('')}…`;
}

/** The person's own typing on a proposal: only fields that they touched, and what stood there when they began. */
export interface Edits { fields: Partial<Formulation>; seen: Partial<Formulation> }

export const NO_EDITS: Edits = { fields: {}, seen: {} };

/**
 * Fields that somebody else changed since the person began to edit them, and to something else than they wrote. Without any, what the person wrote
 * stands over the present revision, whatever happened to other fields: that one is what a save is measured against.
 */
export function conflicts(edits: Edits, now: Formulation): FieldName[] {
  return (Object.keys(edits.fields) as FieldName[]).filter((name) => edits.seen[name] !== undefined && edits.seen[name] !== valueOf(now, name) && edits.fields[name] !== valueOf(now, name));
}

/** One keystroke: a field that is back to what is saved is no edit. */
export function typed(edits: Edits, name: FieldName, value: string, now: Formulation): Edits {
  const { [name]: _, ...fields } = edits.fields;
  const { [name]: seen, ...others } = edits.seen;
  if (value === valueOf(now, name)) return { fields, seen: others };
  return { fields: { ...fields, [name]: value }, seen: { ...others, [name]: seen ?? valueOf(now, name) } };
}

/** A conflict is settled: this is the person's text from now on, over what is saved now. */
export function settled(edits: Edits, name: FieldName, text: string, now: Formulation): Edits {
  const { [name]: _, ...seen } = edits.seen;
  return typed({ ...edits, seen }, name, text, now);
}

/** After a save: only what was typed on meanwhile is still an edit, and what it was typed over is what was saved. */
export function saved(edits: Edits, sent: Edits): Edits {
  const left = (Object.keys(edits.fields) as FieldName[]).filter((name) => edits.fields[name] !== sent.fields[name]);
  const pick = (from: (name: FieldName) => string | undefined): Partial<Formulation> => Object.fromEntries(left.flatMap((name) => { const value = from(name); return value === undefined ? [] : [[name, value]]; }));
  return { fields: pick((name) => edits.fields[name]), seen: pick((name) => sent.fields[name] ?? edits.seen[name]) };
}
