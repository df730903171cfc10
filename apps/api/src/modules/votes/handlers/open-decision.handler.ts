import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findDialogue } from '../../dialogues/index.js';
import { findPanel } from '../../panels/index.js';
import { findProposal, freezeVersion } from '../../proposals/index.js';
import { mayOpenDecision, proposalNumber, supersession } from '../domain/open-vote.js';
import { VoteRow } from '../store/vote.row.js';
import { lastDecision, openVoteIn } from '../store/votes.store.js';
import { openVotesTogether } from './open-vote.js';

@Handles('decision.open')
export class OpenDecisionHandler implements CommandHandler<'decision.open'> {
  async locate(work: Work, { proposalId }: Payload<'decision.open'>): Promise<Located | undefined> {
    const proposal = await findProposal(work, proposalId);
    return proposal && { panelId: proposal.panelId };
  }

  async execute(work: Work, payload: Payload<'decision.open'>, context: Context): Promise<Refuse | void> {
    const { voteId, proposalId, electorate, secret } = payload;
    if (await work.taken(VoteRow, voteId)) return refuse('request.id-reused', { path: 'voteId' });
    const proposal = await findProposal(work, proposalId);
    const panel = proposal && (await findPanel(work, proposal.panelId));
    const dialogue = await findDialogue(work);
    if (!proposal || !panel || !dialogue) return refuse('request.not-found');
    const groupIds = dialogue.groups.map(({ id }) => id);
    const rule = payload.rule ?? dialogue.rule;
    const last = await lastDecision(work, proposalId);
    const refusal = mayOpenDecision({ secret, rule, groupIds, electorate, proposal, openVoteId: (await openVoteIn(work, panel.id))?.id, supersedes: payload.supersedes, lastId: last?.id });
    if (refusal) return refuse(refusal.code, refusal);
    const version = await freezeVersion(work, proposal, { versionId: context.newId(), voteId, at: context.now });
    await openVotesTogether(work, context, groupIds, [{
      id: voteId, panelId: panel.id, purpose: 'decision', number: proposalNumber(panel.number, proposal.number), proposalId, version, options: [], rule, electorate,
      agendaId: null, ...supersession(proposal.status, last?.id, payload.supersedes?.reason),
    }]);
  }
}
