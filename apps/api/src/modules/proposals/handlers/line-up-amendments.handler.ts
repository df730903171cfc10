import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { seenBy } from '../amend-by-vote.js';
import { lineUp } from '../domain/line-up.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

/** States which amendments the room decides, and in what order. */
@Handles('amendment.line-up')
export class LineUpAmendmentsHandler implements CommandHandler<'amendment.line-up'> {
  async locate(work: Work, { proposalId }: Payload<'amendment.line-up'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, amendmentIds, reason }: Payload<'amendment.line-up'>): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    const panel = proposal && (await findPanel(work, proposal.panelId));
    if (!proposal || !panel) return refuse('request.not-found');
    const done = lineUp(proposal, await work.select(AmendmentRow, { proposalId }), amendmentIds, reason, `${panel.number}.${proposal.number}`);
    if ('code' in done) return refuse(done.code, done);
    for (const row of done.rows) work.put(AmendmentRow, row);
    const { rev, fields } = proposal;
    work.emit('amendment.lined-up', { proposalId, panelId: panel.id, rev, items: done.items, order: done.order, reason: done.order === 'set' ? reason : '' });
    for (const amendment of done.put) {
      const [before, seen] = [fields[amendment.field] ?? '', await seenBy(work, amendment)];
      work.emit('amendment.put', { amendmentId: amendment.id, proposalId, panelId: panel.id, text: amendment.text, before, seen: seen === before ? null : seen });
    }
  }
}
