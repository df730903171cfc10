import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { unsponsor } from '../domain/sponsors.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.unsponsor')
export class UnsponsorProposalHandler implements CommandHandler<'proposal.unsponsor'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.unsponsor'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId }: Payload<'proposal.unsponsor'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const next = unsponsor(proposal, context.seatId);
    if ('code' in next) return refuse(next.code, next);
    work.put(ProposalRow, next);
    work.emit('proposal.unsponsored', { proposalId, panelId: next.panelId, seatId: context.seatId }, { actor: context.seatId });
  }
}
