import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { split } from '../domain/lineage.js';
import { ProposalRow } from '../store/proposal.row.js';
import { findProposal, listProposals, saveRevision } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.split')
export class SplitProposalHandler implements CommandHandler<'proposal.split'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.split'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, parts }: Payload<'proposal.split'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    for (const [i, part] of parts.entries()) if (await work.taken(ProposalRow, part.proposalId)) return refuse('request.id-reused', { path: `parts.${i}.proposalId` });
    const made = split(proposal, parts, await listProposals(work, proposal.panelId));
    if ('code' in made) return refuse(made.code, made);
    for (const part of made) saveRevision(work, part, { id: context.newId(), seatId: context.seatId, at: context.now });
    work.emit('proposal.split', { proposalId, panelId: proposal.panelId, parts: made.map((part) => ({ proposalId: part.id, number: part.number, fields: part.fields })) }, { actor: context.seatId });
  }
}
