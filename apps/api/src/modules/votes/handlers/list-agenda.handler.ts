import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { findProposal } from '../../proposals/index.js';
import { mayList } from '../domain/agenda.js';
import { headingOf, proposalNumber } from '../domain/open-vote.js';
import { AgendaRow } from '../store/agenda.row.js';
import { agendasIn, openVoteIn } from '../store/votes.store.js';

/** Announces what will be taken together, so that anybody can pull something out. A new list of the panel replaces one that is only listed. */
@Handles('agenda.list')
export class ListAgendaHandler implements CommandHandler<'agenda.list'> {
  locate(_work: Work, { panelId }: Payload<'agenda.list'>): Located {
    return { panelId };
  }

  async execute(work: Work, { agendaId, panelId, proposalIds }: Payload<'agenda.list'>, context: Context): Promise<Refuse | void> {
    if (await work.taken(AgendaRow, agendaId)) return refuse('request.id-reused', { path: 'agendaId' });
    const panel = await findPanel(work, panelId);
    if (!panel) return refuse('request.not-found');
    if (new Set(proposalIds).size !== proposalIds.length) return refuse('request.invalid', { path: 'proposalIds' });
    const found = [];
    for (const id of proposalIds) found.push(await findProposal(work, id));
    const proposals = found.map((proposal) => (proposal?.panelId === panelId ? proposal : undefined));
    const earlier = await agendasIn(work, panelId);
    const refusal = mayList(proposals, earlier, (await openVoteIn(work, panelId))?.id);
    if (refusal) return refuse(refusal.code, refusal);
    for (const old of earlier.filter(({ state }) => state === 'listed')) {
      work.put(AgendaRow, { ...old, state: 'dropped' });
      work.emit('agenda.dropped', { agendaId: old.id, panelId });
    }
    const items = proposals.flatMap((proposal) => (proposal ? [{ proposalId: proposal.id, number: proposalNumber(panel.number, proposal.number), title: headingOf(proposal.fields), language: proposal.language }] : []));
    work.put(AgendaRow, { id: agendaId, space: context.space, panelId, state: 'listed', items: items.map((item) => ({ ...item, pulledOut: false })) });
    work.emit('agenda.listed', { agendaId, panelId, items });
  }
}
