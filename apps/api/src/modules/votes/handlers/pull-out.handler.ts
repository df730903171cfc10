import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { pullOut } from '../domain/agenda.js';
import { AgendaRow } from '../store/agenda.row.js';
import { findAgenda, lockBox, votesOfBox } from '../store/votes.store.js';
import { voidVote } from './void-vote.js';

/** One item leaves the agenda, before the opening or while it runs: it is decided singly. Ballots stand for what is left. */
@Handles('agenda.pull-out')
export class PullOutHandler implements CommandHandler<'agenda.pull-out'> {
  async locate(work: Work, { agendaId }: Payload<'agenda.pull-out'>): Promise<Located | undefined> {
    const agenda = await findAgenda(work, agendaId);
    return agenda && { panelId: agenda.panelId };
  }

  async execute(work: Work, { agendaId, proposalId }: Payload<'agenda.pull-out'>, context: Context): Promise<Refuse | void> {
    const agenda = await findAgenda(work, agendaId);
    if (!agenda) return refuse('request.not-found');
    const items = pullOut(agenda, proposalId);
    if ('code' in items) return refuse(items.code, items);
    if (agenda.state === 'opened') {
      const states = await lockBox(work, agendaId);
      const vote = (await votesOfBox(work, agendaId)).find((each) => each.proposalId === proposalId);
      const state = vote && states.get(vote.id);
      if (!vote || state !== 'open') return refuse('agenda.state', { details: { state: state ?? 'closed' } });
      await voidVote(work, vote, { reason: '', pulledOut: true, at: context.now });
    }
    const { panelId } = agenda;
    const seat = await findSeat(work, context.seatId);
    work.put(AgendaRow, { ...agenda, items });
    work.emit('agenda.pulled-out', { agendaId, panelId, proposalId });
    work.emit('agenda.pull-asked', { agendaId, panelId, proposalId, seatId: context.seatId, groupId: seat?.groupId ?? null }, { panelId });
  }
}
