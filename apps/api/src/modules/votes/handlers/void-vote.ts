import type { Work } from '../../../platform/commands/work.js';
import { releaseAmendment, releaseProposal } from '../../proposals/index.js';
import { VoteRow } from '../store/vote.row.js';

/** Ends one running vote without a result. Its box must be locked. */
export async function voidVote(work: Work, vote: VoteRow, { reason, pulledOut, at }: { reason: string; pulledOut: boolean; at: number }): Promise<void> {
  work.put(VoteRow, { ...vote, state: 'void', closedAt: at, voidReason: reason, pulledOut });
  if (vote.proposalId !== null) await releaseProposal(work, vote.proposalId, vote.returnsTo ?? 'in-formulation');
  work.emit('vote.voided', { voteId: vote.id, reason, pulledOut });
  if (vote.amendment !== null) await releaseAmendment(work, vote.amendment.amendmentId);
}
