import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { editProposal } from '../domain/edit-proposal.js';
import { findProposal, saveRevision, textOfRevision } from '../store/proposals.store.js';
import { actingOn, whereIs } from './acting.js';

@Handles('proposal.edit')
export class EditProposalHandler implements CommandHandler<'proposal.edit'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.edit'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, fields: sent }: Payload<'proposal.edit'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    const panel = proposal && (await findPanel(work, proposal.panelId));
    if (!proposal || !panel) return refuse('request.not-found');
    const fields = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
    const seenRev = context.expect?.rev;
    const seenFields = seenRev === undefined || seenRev === proposal.rev ? proposal.fields : await textOfRevision(work, proposalId, seenRev);
    const edited = editProposal(proposal, { fields, seenRev, seenFields }, await actingOn(work, proposal, context), panel.phase);
    if ('code' in edited) return refuse(edited.code, edited);
    const { next, unreadied } = edited;
    saveRevision(work, next, { id: context.newId(), seatId: context.seatId, at: context.now });
    const where = { proposalId, panelId: next.panelId };
    work.emit('proposal.edited', { ...where, rev: next.rev, fields, bySeat: context.seatId }, { actor: context.seatId });
    if (unreadied) work.emit('proposal.readied', { ...where, ready: false }, { actor: context.seatId });
  }
}
