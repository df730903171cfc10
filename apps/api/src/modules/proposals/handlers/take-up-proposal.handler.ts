import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { takeUp } from '../domain/move-proposal.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.take-up')
export class TakeUpProposalHandler implements CommandHandler<'proposal.take-up'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.take-up'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId }: Payload<'proposal.take-up'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const next = takeUp(proposal);
    if ('code' in next) return refuse(next.code, next);
    work.put(ProposalRow, next);
    work.emit('proposal.taken-up', { proposalId, panelId: next.panelId }, { actor: context.seatId });
  }
}
