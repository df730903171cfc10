import type { Refusal } from '@tegerek/contracts';
import { isOpenText, missingFields, type Acting, type Proposal, type StandingDecision } from './proposal.js';

const wrongState = ({ status, ready }: Proposal): Refusal => ({ code: 'proposal.state', details: { status, ready } });

/** Staff take it into formulation; one that was voted down may be taken up again for a new version. */
export const takeUp = (proposal: Proposal): Proposal | Refusal =>
  proposal.status === 'submitted' || proposal.status === 'not-adopted' ? { ...proposal, status: 'in-formulation', ready: false } : wrongState(proposal);

/** Ready for decision, or back; `proposal.incomplete` names the first missing field as its path and lists all. */
export function markReady(proposal: Proposal, ready: boolean): Proposal | Refusal {
  if (proposal.status !== 'in-formulation' || proposal.ready === ready) return wrongState(proposal);
  const missing = ready ? missingFields(proposal.fields) : [];
  const [first] = missing;
  return first === undefined ? { ...proposal, ready } : { code: 'proposal.incomplete', path: first, details: { missing } };
}

/** Its author until it is taken up, afterwards staff; never while or after it is decided. */
export function withdraw(proposal: Proposal, acting: Acting, reason: string): Proposal | Refusal {
  if (!isOpenText(proposal.status)) return wrongState(proposal);
  if (proposal.status === 'in-formulation' && !acting.isStaff) return { code: 'proposal.taken-up' };
  return { ...proposal, status: 'withdrawn', ready: false, reason };
}

/** A decision opens on it: its text stands still. */
export const freeze = (proposal: Proposal, voteId: string): Proposal => ({ ...proposal, status: 'frozen', voteId, versions: proposal.versions + 1 });

/** The decision closed: it stands. */
export const settle = (proposal: Proposal, adopted: boolean, decision: StandingDecision): Proposal => ({ ...proposal, status: adopted ? 'adopted' : 'not-adopted', ready: false, decision });

/** The decision was voided: ready as before, or, where it would have superseded another, decided as before. */
export const release = (proposal: Proposal, to: 'in-formulation' | 'adopted' | 'not-adopted' = 'in-formulation'): Proposal => ({ ...proposal, status: to, ready: to === 'in-formulation' });
