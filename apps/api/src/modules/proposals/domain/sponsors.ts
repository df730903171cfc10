import { LIMITS, type Refusal, type SponsorCapacity, type SponsorView } from '@tegerek/contracts';
import { isOpenText, type Proposal } from './proposal.js';

const wrongState = ({ status }: Proposal): Refusal => ({ code: 'proposal.state', details: { status } });

/** Somebody stands behind a proposal, while its text is open. Who did already changes for whom. */
export function sponsor(proposal: Proposal, by: { seatId: string; groupId: string | null }, capacity: SponsorCapacity): Proposal | Refusal {
  if (!isOpenText(proposal.status)) return wrongState(proposal);
  if (proposal.seatId === by.seatId) return { code: 'proposal.own' };
  const held = proposal.sponsors.find(({ seatId }) => seatId === by.seatId);
  if (held?.capacity === capacity) return { code: 'proposal.sponsored-already' };
  if (!held && proposal.sponsors.filter(({ from }) => from === null).length >= LIMITS.sponsorsPerProposal) return { code: 'proposal.too-many-sponsors', details: { max: LIMITS.sponsorsPerProposal } };
  const joined: SponsorView = { ...by, capacity, from: null };
  return { ...proposal, sponsors: held ? proposal.sponsors.map((each) => (each === held ? joined : each)) : [...proposal.sponsors, joined] };
}

/** They take their own name back, also from a text that is frozen or decided. */
export function unsponsor(proposal: Proposal, seatId: string): Proposal | Refusal {
  if (proposal.status === 'withdrawn' || proposal.status === 'merged') return wrongState(proposal);
  const sponsors = proposal.sponsors.filter((each) => each.seatId !== seatId);
  return sponsors.length === proposal.sponsors.length ? { code: 'proposal.not-sponsored' } : { ...proposal, sponsors };
}
