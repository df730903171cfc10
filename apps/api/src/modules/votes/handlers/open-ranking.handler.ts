import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findDialogue } from '../../dialogues/index.js';
import { listPanels } from '../../panels/index.js';
import { listProposals } from '../../proposals/index.js';
import { mayOpenRanking, rankingOptions, rankingRule } from '../domain/open-vote.js';
import { VoteRow } from '../store/vote.row.js';
import { openVoteIn } from '../store/votes.store.js';
import { openVotesTogether } from './open-vote.js';

@Handles('ranking.open')
export class OpenRankingHandler implements CommandHandler<'ranking.open'> {
  locate(_work: Work, { panelId }: Payload<'ranking.open'>): Located {
    return panelId === null ? {} : { panelId };
  }

  async execute(work: Work, payload: Payload<'ranking.open'>, context: Context): Promise<Refuse | void> {
    const { voteId, panelId, electorate, top, shortlist, secret } = payload;
    if (await work.taken(VoteRow, voteId)) return refuse('request.id-reused', { path: 'voteId' });
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    const panels = new Map((await listPanels(work)).map(({ id, number }) => [id, number]));
    const proposals = await listProposals(work, panelId);
    const options = rankingOptions(proposals.map((proposal) => ({ ...proposal, panelNumber: panels.get(proposal.panelId) ?? 0 })));
    const refusal = mayOpenRanking({ secret, shortlist, options, openVoteId: (await openVoteIn(work, panelId))?.id });
    if (refusal) return refuse(refusal.code, refusal);
    await openVotesTogether(work, context, dialogue.groups.map(({ id }) => id), [{
      id: voteId, panelId, purpose: 'ranking', number: panelId === null ? 'R' : `R${panels.get(panelId) ?? ''}`, proposalId: null, version: null, options, rule: rankingRule(top, shortlist), electorate,
      agendaId: null, supersedes: null, returnsTo: null,
    }]);
  }
}
