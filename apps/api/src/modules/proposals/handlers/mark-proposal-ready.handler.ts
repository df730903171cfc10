import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { markReady } from '../domain/move-proposal.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.mark-ready')
export class MarkProposalReadyHandler implements CommandHandler<'proposal.mark-ready'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.mark-ready'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, ready }: Payload<'proposal.mark-ready'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const next = markReady(proposal, ready);
    if ('code' in next) return refuse(next.code, next);
    work.put(ProposalRow, next);
    work.emit('proposal.readied', { proposalId, panelId: next.panelId, ready }, { actor: context.seatId });
  }
}
