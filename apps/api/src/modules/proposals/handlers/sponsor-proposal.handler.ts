import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { sponsor } from '../domain/sponsors.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.sponsor')
export class SponsorProposalHandler implements CommandHandler<'proposal.sponsor'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.sponsor'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, capacity }: Payload<'proposal.sponsor'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const by = { seatId: context.seatId, groupId: (await findSeat(work, context.seatId))?.groupId ?? null };
    const next = sponsor(proposal, by, capacity);
    if ('code' in next) return refuse(next.code, next);
    work.put(ProposalRow, next);
    work.emit('proposal.sponsored', { proposalId, panelId: next.panelId, ...by, capacity }, { actor: context.seatId });
  }
}
