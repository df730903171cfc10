import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { withdrawAmendment } from '../domain/amendment.js';
import { leaveLine } from '../amend-by-vote.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIsAmendment } from './acting.js';

@Handles('amendment.withdraw')
export class WithdrawAmendmentHandler implements CommandHandler<'amendment.withdraw'> {
  async locate(work: Work, { amendmentId }: Payload<'amendment.withdraw'>): Promise<Located | undefined> {
    return whereIsAmendment(work, amendmentId);
  }

  async execute(work: Work, { amendmentId }: Payload<'amendment.withdraw'>, context: Context): Promise<Refuse | void> {
    const amendment = await work.get(AmendmentRow, amendmentId);
    const proposal = amendment && (await findProposal(work, amendment.proposalId));
    if (!amendment || !proposal) return refuse('request.not-found');
    const next = withdrawAmendment(amendment);
    if ('code' in next) return refuse(next.code, next);
    work.put(AmendmentRow, next);
    work.emit('amendment.withdrawn', { amendmentId, proposalId: proposal.id, panelId: proposal.panelId }, { actor: context.seatId });
    leaveLine(work, next, proposal, 'withdrawn');
  }
}
