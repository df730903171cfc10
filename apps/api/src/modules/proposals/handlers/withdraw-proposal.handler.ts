import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { withdraw } from '../domain/move-proposal.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { actingOn, whereIs } from './acting.js';

@Handles('proposal.withdraw')
export class WithdrawProposalHandler implements CommandHandler<'proposal.withdraw'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.withdraw'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, reason }: Payload<'proposal.withdraw'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const next = withdraw(proposal, await actingOn(work, proposal, context), reason);
    if ('code' in next) return refuse(next.code, next);
    work.put(ProposalRow, next);
    work.emit('proposal.withdrawn', { proposalId, panelId: next.panelId, reason }, { actor: context.seatId });
  }
}
