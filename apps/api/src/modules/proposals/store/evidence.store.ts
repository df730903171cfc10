import type { Work } from '../../../platform/commands/work.js';
import { EvidenceRow, ReservationRow } from './evidence.row.js';

export const findEvidence = (work: Work, id: string): Promise<EvidenceRow | undefined> => work.get(EvidenceRow, id);

/** All evidence of a proposal, withdrawn pieces too. */
export const evidenceOf = (work: Work, proposalId: string): Promise<EvidenceRow[]> => work.select(EvidenceRow, { proposalId });

/** The evidence of merged proposals goes on with the one that they became. */
export async function moveEvidence(work: Work, from: readonly string[], to: string): Promise<void> {
  for (const proposalId of from) for (const row of await evidenceOf(work, proposalId)) work.put(EvidenceRow, { ...row, proposalId: to });
}

export const findReservation = (work: Work, id: string): Promise<ReservationRow | undefined> => work.get(ReservationRow, id);

export const reservationsOf = (work: Work, voteId: string): Promise<ReservationRow[]> => work.select(ReservationRow, { voteId });
