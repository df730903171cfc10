import type { Formulation, PanelPhase, Refusal } from '@tegerek/contracts';
import { isOpenText, missingFields, type Acting, type Proposal } from './proposal.js';

export interface Edit {
  fields: Partial<Formulation>;
  /** The revision that the writer saw, and its text as saved then; `undefined`: no such revision. */
  seenRev: number | undefined;
  seenFields: Formulation | undefined;
}

export interface Edited {
  next: Proposal;
  /** The edit emptied a field that a decision needs: the proposal is no longer ready. */
  unreadied: boolean;
}

const EDITING: readonly PanelPhase[] = ['discussion', 'formulation', 'decision'];

/**
 * An edit by field. A writer who saw an older revision still succeeds where nobody else touched the same fields since; otherwise
 * `proposal.stale` returns the current revision and the fields that differ, and nothing is saved.
 */
export function editProposal(proposal: Proposal, edit: Edit, acting: Acting, phase: PanelPhase): Edited | Refusal {
  const refusal = mayEdit(proposal, acting, phase);
  if (refusal) return refusal;
  const names = Object.keys(edit.fields) as (keyof Formulation)[];
  if (names.length === 0) return { code: 'request.invalid', path: 'fields' };
  if (edit.seenRev === undefined) return { code: 'request.invalid', path: 'expect.rev' };
  const { seenFields } = edit;
  const differing = names.filter((name) => seenFields === undefined || seenFields[name] !== proposal.fields[name]).filter((name) => edit.fields[name] !== proposal.fields[name]);
  if (edit.seenRev !== proposal.rev && differing.length > 0) {
    return { code: 'proposal.stale', path: `fields.${differing[0] ?? ''}`, details: { rev: proposal.rev, fields: Object.fromEntries(differing.map((name) => [name, proposal.fields[name]])) } };
  }
  const fields = { ...proposal.fields, ...edit.fields };
  const unreadied = proposal.ready && missingFields(fields).length > 0;
  return { next: { ...proposal, fields, rev: proposal.rev + 1, ready: proposal.ready && !unreadied }, unreadied };
}

/** Who may change the text now: its author until it is taken up, then staff from the discussion on. */
export function mayEdit(proposal: Proposal, acting: Acting, phase: PanelPhase): Refusal | null {
  if (!isOpenText(proposal.status)) return { code: 'proposal.state', details: { status: proposal.status } };
  if (acting.isAuthor && proposal.status === 'submitted') return null;
  if (!acting.isStaff) return { code: 'proposal.taken-up' };
  return EDITING.includes(phase) ? null : { code: 'panel.phase', details: { phase } };
}
