import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { checkSuggestion } from '../domain/amendment.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('amendment.suggest')
export class SuggestAmendmentHandler implements CommandHandler<'amendment.suggest'> {
  async locate(work: Work, { proposalId }: Payload<'amendment.suggest'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, payload: Payload<'amendment.suggest'>, context: Context): Promise<Refuse | void> {
    const { amendmentId, proposalId, field, text, reason, rev } = payload;
    if (await work.taken(AmendmentRow, amendmentId)) return refuse('request.id-reused', { path: 'amendmentId' });
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const refusal = checkSuggestion(proposal, await work.select(AmendmentRow, { proposalId }), { field, text, rev });
    if (refusal) return refuse(refusal.code, refusal);
    const by = { seatId: context.seatId, groupId: (await findSeat(work, context.seatId))?.groupId ?? null };
    work.put(AmendmentRow, { id: amendmentId, space: context.space, proposalId, field, text, reason, rev, ...by, status: 'open', answer: '', place: null, erased: false, at: context.now });
    work.emit('amendment.suggested', { amendmentId, proposalId, panelId: proposal.panelId, field, text, reason, rev, ...by }, { actor: context.seatId });
  }
}
