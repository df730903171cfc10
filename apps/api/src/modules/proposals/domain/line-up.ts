import { departure, mergeWords } from '@tegerek/drafting';
import type { Formulation, FormulationField, LineUpItem, Refusal } from '@tegerek/contracts';
import type { Amendment } from './amendment.js';
import { missingFields, type Proposal } from './proposal.js';

const FIELDS: readonly FormulationField[] = ['title', 'text', 'addressee', 'addresseeDative', 'responsible', 'deadline', 'indicator', 'region'];

const inOrderOfSuggestion = (a: Amendment, b: Amendment): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** By field as the form has them; of competing ones the one that departs furthest from the text first, then the earlier one. */
export function byDeparture(amendments: readonly Amendment[], fields: Formulation): Amendment[] {
  const far = new Map(amendments.map((each) => [each.id, departure(fields[each.field] ?? '', each.text)]));
  return [...amendments].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || (far.get(b.id) ?? 0) - (far.get(a.id) ?? 0) || inOrderOfSuggestion(a, b));
}

export interface LineUp {
  /** With their places; those that were lined up before and no longer are have none. */
  rows: Amendment[];
  items: LineUpItem[];
  /** The same ones, in that order. */
  put: Amendment[];
  order: 'departure' | 'set';
}

/**
 * What the room decides and in what order. Competing ones go together: all open ones of a field or none. Another order than
 * `byDeparture` needs its reason.
 */
export function lineUp(proposal: Proposal, all: readonly Amendment[], ids: readonly string[], reason: string, proposalNumber: string): LineUp | Refusal {
  if (proposal.status !== 'in-formulation') return { code: 'proposal.state', path: 'proposalId', details: { status: proposal.status, ready: proposal.ready } };
  if (new Set(ids).size !== ids.length) return { code: 'request.invalid', path: 'amendmentIds' };
  const open = all.filter(({ status }) => status === 'open');
  const chosen = ids.map((id) => open.find((each) => each.id === id)).filter((each) => each !== undefined);
  if (chosen.length !== ids.length) return { code: 'amendment.state', path: 'amendmentIds' };
  const left = open.find(({ id, field }) => !ids.includes(id) && chosen.some((each) => each.field === field));
  if (left) return { code: 'amendment.competing', path: 'amendmentIds', details: { field: left.field } };
  const usual = byDeparture(chosen, proposal.fields);
  const order = usual.every(({ id }, i) => id === ids[i]) ? 'departure' : 'set';
  if (order === 'set' && reason === '') return { code: 'amendment.order-reason', path: 'reason' };
  const numbers = new Map([...all].sort(inOrderOfSuggestion).map(({ id }, i) => [id, `${proposalNumber}/${i + 1}`]));
  return {
    order,
    put: chosen,
    items: chosen.map(({ id: amendmentId, field }) => ({ amendmentId, number: numbers.get(amendmentId) ?? '', field })),
    rows: open.filter(({ id, place }) => ids.includes(id) || place !== null).map((each) => ({ ...each, place: ids.includes(each.id) ? ids.indexOf(each.id) + 1 : null })),
  };
}

/** The number under which the room knows an amendment. */
export const amendmentNumber = (all: readonly Amendment[], id: string, proposalNumber: string): string => `${proposalNumber}/${[...all].sort(inOrderOfSuggestion).findIndex((each) => each.id === id) + 1}`;

/**
 * The text with the amendment, if the room may decide it now: it is the next one in the stated order, and what changed since its author
 * read the text leaves its place alone. `seen`: the field as its author read it.
 */
export function amendedText(proposal: Proposal, all: readonly Amendment[], amendment: Amendment, seen: string): { fields: Formulation } | Refusal {
  if (amendment.status !== 'open') return { code: 'amendment.state', details: { status: amendment.status } };
  const next = all.filter(({ status, place }) => status === 'open' && place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0))[0];
  if (next?.id !== amendment.id) return { code: 'amendment.order', path: 'amendmentId', details: { next: next?.id ?? null } };
  const { field } = amendment;
  const now = proposal.fields[field] ?? '';
  const { text, clashes } = mergeWords(seen, amendment.text, now);
  if (clashes > 0) return { code: 'amendment.clash', path: 'amendmentId' };
  if (text === now) return { code: 'amendment.same', path: 'amendmentId' };
  const fields = { ...proposal.fields, [field]: text };
  const [missing] = missingFields(fields);
  return missing === undefined ? { fields } : { code: 'proposal.incomplete', path: missing, details: { missing: missingFields(fields) } };
}

/** Whether an open amendment falls with the adoption of another: the new text holds its place in another way, or holds it already. `seen`: the field as its author read it. */
export function falls(amendment: Amendment, seen: string, now: string): boolean {
  const { text, clashes } = mergeWords(seen, amendment.text, now);
  return clashes > 0 || text === now;
}
