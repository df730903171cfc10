import type { Lang, Refusal, SponsorCapacity } from '@tegerek/contracts';
import type { Proposal } from './proposal.js';

/** A dissenting statement about an adopted version. */
export interface Reservation {
  id: string;
  space: string;
  proposalId: string;
  voteId: string;
  version: number;
  seatId: string;
  groupId: string | null;
  capacity: SponsorCapacity;
  organisation: string;
  text: string;
  language: Lang;
  withdrawn: boolean;
  at: number;
}

export type Statement = Pick<Reservation, 'id' | 'seatId' | 'groupId' | 'capacity' | 'organisation' | 'text' | 'language' | 'at'>;

/** Bound to the version that the standing decision adopted; one per seat and decision. */
export function record(proposal: Proposal, there: readonly Reservation[], statement: Statement): Reservation | Refusal {
  const { status, decision, space, id: proposalId } = proposal;
  if (status !== 'adopted' || decision === null) return { code: 'proposal.state', details: { status } };
  const { voteId, version } = decision;
  if (there.some((each) => each.seatId === statement.seatId && each.voteId === voteId && !each.withdrawn)) return { code: 'reservation.recorded-already' };
  return { ...statement, organisation: statement.capacity === 'organisation' ? statement.organisation : '', space, proposalId, voteId, version, withdrawn: false };
}
