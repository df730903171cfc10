import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { declineAmendment } from '../domain/amendment.js';
import { leaveLine } from '../amend-by-vote.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findProposal } from '../store/proposals.store.js';
import { actingOn, whereIsAmended } from './acting.js';

@Handles('amendment.decline')
export class DeclineAmendmentHandler implements CommandHandler<'amendment.decline'> {
  async locate(work: Work, { amendmentId }: Payload<'amendment.decline'>): Promise<Located | undefined> {
    return whereIsAmended(work, amendmentId);
  }

  async execute(work: Work, { amendmentId, reason }: Payload<'amendment.decline'>, context: Context): Promise<Refuse | void> {
    const amendment = await work.get(AmendmentRow, amendmentId);
    const proposal = amendment && (await findProposal(work, amendment.proposalId));
    const panel = proposal && (await findPanel(work, proposal.panelId));
    if (!amendment || !proposal || !panel) return refuse('request.not-found');
    const next = declineAmendment(amendment, proposal, reason, await actingOn(work, proposal, context), panel.phase);
    if ('code' in next) return refuse(next.code, next);
    work.put(AmendmentRow, next);
    work.emit('amendment.declined', { amendmentId, proposalId: proposal.id, panelId: proposal.panelId, bySeat: context.seatId, reason }, { actor: context.seatId });
    leaveLine(work, next, proposal, 'declined');
  }
}
