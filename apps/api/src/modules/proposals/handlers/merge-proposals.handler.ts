import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { merge } from '../domain/lineage.js';
import { moveEvidence } from '../store/evidence.store.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.merge')
export class MergeProposalsHandler implements CommandHandler<'proposal.merge'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.merge'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, from }: Payload<'proposal.merge'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const found = await work.load(ProposalRow, from);
    const missing = from.findIndex((id) => !found.has(id));
    if (missing >= 0) return refuse('request.not-found', { path: `from.${missing}` });
    const merged = merge(proposal, from.flatMap((id) => found.get(id) ?? []));
    if ('code' in merged) return refuse(merged.code, merged);
    for (const next of [merged.target, ...merged.sources]) work.put(ProposalRow, next);
    await moveEvidence(work, from, proposalId);
    work.emit('proposal.merged', { proposalId, panelId: proposal.panelId, from, sponsors: [...merged.target.sponsors] }, { actor: context.seatId });
  }
}
