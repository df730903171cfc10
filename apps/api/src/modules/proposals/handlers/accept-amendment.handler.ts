import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { acceptAmendment } from '../domain/amendment.js';
import { dropFallen, leaveLine } from '../amend-by-vote.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findProposal, saveRevision, textOfRevision } from '../store/proposals.store.js';
import { actingOn, whereIsAmended } from './acting.js';

@Handles('amendment.accept')
export class AcceptAmendmentHandler implements CommandHandler<'amendment.accept'> {
  async locate(work: Work, { amendmentId }: Payload<'amendment.accept'>): Promise<Located | undefined> {
    return whereIsAmended(work, amendmentId);
  }

  async execute(work: Work, { amendmentId, text }: Payload<'amendment.accept'>, context: Context): Promise<Refuse | void> {
    const amendment = await work.get(AmendmentRow, amendmentId);
    const proposal = amendment && (await findProposal(work, amendment.proposalId));
    const panel = proposal && (await findPanel(work, proposal.panelId));
    if (!amendment || !proposal || !panel) return refuse('request.not-found');
    const seenRev = context.expect?.rev;
    const seenFields = seenRev === undefined || seenRev === proposal.rev ? proposal.fields : await textOfRevision(work, proposal.id, seenRev);
    const done = acceptAmendment(amendment, proposal, { text, seenRev, seenFields }, await actingOn(work, proposal, context), panel.phase);
    if ('code' in done) return refuse(done.code, done);
    const { next, unreadied } = done;
    saveRevision(work, next, { id: context.newId(), seatId: context.seatId, at: context.now });
    work.put(AmendmentRow, done.amendment);
    const where = { proposalId: next.id, panelId: next.panelId };
    work.emit('proposal.edited', { ...where, rev: next.rev, fields: { [amendment.field]: next.fields[amendment.field] ?? '' }, bySeat: context.seatId }, { actor: context.seatId });
    if (unreadied) work.emit('proposal.readied', { ...where, ready: false }, { actor: context.seatId });
    work.emit('amendment.accepted', { ...where, amendmentId, bySeat: context.seatId, rev: next.rev }, { actor: context.seatId });
    leaveLine(work, amendment, next, 'accepted');
    // of a competing one that waits for no vote the same hand may still fold something in
    if (amendment.place !== null) await dropFallen(work, next, amendment, next.fields, (other) => other.place !== null);
  }
}
