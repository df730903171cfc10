import type { Work } from '../../../platform/commands/work.js';
import type { PersonEraser } from '../../people/index.js';
import { withoutText } from '../domain/without-text.js';
import { blankTexts, ownDrafts } from '../store/proposals.store.js';
import { ProposalRow } from '../store/proposal.row.js';

/** Drafts in the person's own words go and are withdrawn; what others stand behind, what was taken up or voted on stays and names nobody any more. */
export class ProposalEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    const drafts = await ownDrafts(work, seatId);
    for (const proposal of drafts) {
      await blankTexts(work, proposal.id);
      work.put(ProposalRow, withoutText(proposal));
      if (proposal.status !== 'withdrawn') work.emit('proposal.withdrawn', { proposalId: proposal.id, panelId: proposal.panelId, reason: '' });
    }
    return drafts.map((proposal) => proposal.id);
  }
}
