import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findDialogue } from '../../dialogues/index.js';
import { findPanel } from '../../panels/index.js';
import { AmendmentRow, amendmentToVote, findProposal, putAmendmentToVote } from '../../proposals/index.js';
import { mayOpenAmendmentVote, proposalNumber } from '../domain/open-vote.js';
import { VoteRow } from '../store/vote.row.js';
import { openVoteIn } from '../store/votes.store.js';
import { openVotesTogether } from './open-vote.js';

/** The room decides the next amendment of the stated order: the same vote as any decision, on the text with the amendment. */
@Handles('amendment.open-vote')
export class OpenAmendmentVoteHandler implements CommandHandler<'amendment.open-vote'> {
  async locate(work: Work, { amendmentId }: Payload<'amendment.open-vote'>): Promise<Located | undefined> {
    const amendment = await work.get(AmendmentRow, amendmentId);
    const proposal = amendment && (await findProposal(work, amendment.proposalId));
    return proposal && { panelId: proposal.panelId };
  }

  async execute(work: Work, payload: Payload<'amendment.open-vote'>, context: Context): Promise<Refuse | void> {
    const { voteId, amendmentId, electorate, secret } = payload;
    if (await work.taken(VoteRow, voteId)) return refuse('request.id-reused', { path: 'voteId' });
    const amendment = await work.get(AmendmentRow, amendmentId);
    const proposal = amendment && (await findProposal(work, amendment.proposalId));
    const panel = proposal && (await findPanel(work, proposal.panelId));
    const dialogue = await findDialogue(work);
    if (!amendment || !proposal || !panel || !dialogue) return refuse('request.not-found');
    const groupIds = dialogue.groups.map(({ id }) => id);
    const rule = payload.rule ?? dialogue.rule;
    const refusal = mayOpenAmendmentVote({ secret, rule, groupIds, electorate, proposal, openVoteId: (await openVoteIn(work, panel.id))?.id });
    if (refusal) return refuse(refusal.code, refusal);
    const put = await amendmentToVote(work, proposal, amendment, { versionId: context.newId(), proposalNumber: proposalNumber(panel.number, proposal.number) });
    if ('code' in put) return refuse(put.code, put);
    putAmendmentToVote(work, proposal, amendment, put, { voteId, at: context.now });
    await openVotesTogether(work, context, groupIds, [{
      ...put, id: voteId, panelId: panel.id, purpose: 'amendment', proposalId: proposal.id, options: [], rule, electorate, agendaId: null, supersedes: null, returnsTo: 'in-formulation',
    }]);
  }
}
