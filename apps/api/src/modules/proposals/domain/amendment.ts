import { LIMITS, type AmendmentStatus, type FormulationField, type PanelPhase, type Refusal } from '@tegerek/contracts';
import { editProposal, mayEdit, type Edit, type Edited } from './edit-proposal.js';
import { isOpenText, type Acting, type Proposal } from './proposal.js';

/** A change suggested to one field, as the text that should stand there. */
export interface Amendment {
  id: string;
  space: string;
  proposalId: string;
  field: FormulationField;
  text: string;
  reason: string;
  /** The revision that its author read. */
  rev: number;
  seatId: string;
  groupId: string | null;
  status: AmendmentStatus;
  answer: string;
  /** Among those that the room decides, from 1; `null`: not lined up. */
  place: number | null;
  /** Its author was erased, and their words with them. */
  erased: boolean;
  at: number;
}

const MOST: Record<FormulationField, number> = {
  title: LIMITS.title, text: LIMITS.proposalText, addressee: LIMITS.addressee, addresseeDative: LIMITS.addressee, responsible: LIMITS.responsible, deadline: LIMITS.name, indicator: LIMITS.indicator, region: LIMITS.name,
};

/** Whether it may be suggested: to an open text, as another text than stands there, within the field's own limit. */
export function checkSuggestion(proposal: Proposal, there: readonly Amendment[], { field, text, rev }: Pick<Amendment, 'field' | 'text' | 'rev'>): Refusal | null {
  if (!isOpenText(proposal.status)) return { code: 'proposal.state', details: { status: proposal.status } };
  if (rev > proposal.rev) return { code: 'request.invalid', path: 'rev' };
  if (field === 'text' && text === '') return { code: 'request.invalid', path: 'text', details: { reason: 'empty' } };
  if ([...text].length > MOST[field]) return { code: 'request.invalid', path: 'text', details: { reason: 'too-long', max: MOST[field] } };
  if ((proposal.fields[field] ?? '') === text) return { code: 'amendment.same', path: 'text' };
  const open = there.filter(({ status }) => status === 'open').length;
  return open >= LIMITS.amendmentsPerProposal ? { code: 'amendment.too-many', details: { max: LIMITS.amendmentsPerProposal } } : null;
}

const notOpen = ({ status }: Amendment): Refusal | null => (status === 'open' ? null : { code: 'amendment.state', details: { status } });

export const withdrawAmendment = (amendment: Amendment): Amendment | Refusal => notOpen(amendment) ?? { ...amendment, status: 'withdrawn' };

/** Folded in as an edit of its field, by whoever may edit: the author until the proposal is taken up, then staff. */
export function acceptAmendment(amendment: Amendment, proposal: Proposal, edit: Omit<Edit, 'fields'> & { text: string | null }, acting: Acting, phase: PanelPhase): (Edited & { amendment: Amendment }) | Refusal {
  const refusal = notOpen(amendment);
  if (refusal) return refusal;
  const { text, ...seen } = edit;
  const edited = editProposal(proposal, { ...seen, fields: { [amendment.field]: text ?? amendment.text } }, acting, phase);
  return 'code' in edited ? edited : { ...edited, amendment: { ...amendment, status: 'accepted' } };
}

export function declineAmendment(amendment: Amendment, proposal: Proposal, answer: string, acting: Acting, phase: PanelPhase): Amendment | Refusal {
  return notOpen(amendment) ?? mayEdit(proposal, acting, phase) ?? { ...amendment, status: 'declined', answer };
}
