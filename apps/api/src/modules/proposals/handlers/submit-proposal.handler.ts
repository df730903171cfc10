import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { findQuestion } from '../../questions/index.js';
import { submitProposal } from '../domain/submit-proposal.js';
import { ProposalRow } from '../store/proposal.row.js';
import { listProposals, saveRevision } from '../store/proposals.store.js';

@Handles('proposal.submit')
export class SubmitProposalHandler implements CommandHandler<'proposal.submit'> {
  locate(_work: Work, { panelId }: Payload<'proposal.submit'>): Located {
    return { panelId };
  }

  async execute(work: Work, payload: Payload<'proposal.submit'>, context: Context): Promise<Refuse | void> {
    const { proposalId, panelId, language, fields, fromQuestion, capacity } = payload;
    if (await work.taken(ProposalRow, proposalId)) return refuse('request.id-reused', { path: 'proposalId' });
    if (fromQuestion !== null && (await findQuestion(work, fromQuestion))?.panelId !== panelId) return refuse('request.not-found', { path: 'fromQuestion' });
    const seat = await findSeat(work, context.seatId);
    const made = submitProposal(
      { id: proposalId, space: context.space, panelId, language, fields, fromQuestion, seatId: context.seatId, groupId: seat?.groupId ?? null, capacity },
      await listProposals(work, panelId),
    );
    if ('code' in made) return refuse(made.code, made);
    saveRevision(work, made, { id: context.newId(), seatId: context.seatId, at: context.now });
    const { number, seatId, groupId } = made;
    work.emit('proposal.submitted', { proposalId, panelId, number, language, fields, seatId, groupId, fromQuestion, capacity }, { actor: seatId });
  }
}
