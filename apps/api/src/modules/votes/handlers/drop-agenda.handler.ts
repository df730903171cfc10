import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { AgendaRow } from '../store/agenda.row.js';
import { findAgenda } from '../store/votes.store.js';

/** Takes a list back before it opens; its proposals are decided singly or listed anew. */
@Handles('agenda.drop')
export class DropAgendaHandler implements CommandHandler<'agenda.drop'> {
  async locate(work: Work, { agendaId }: Payload<'agenda.drop'>): Promise<Located | undefined> {
    const agenda = await findAgenda(work, agendaId);
    return agenda && { panelId: agenda.panelId };
  }

  async execute(work: Work, { agendaId }: Payload<'agenda.drop'>): Promise<Refuse | void> {
    const agenda = await findAgenda(work, agendaId);
    if (!agenda) return refuse('request.not-found');
    if (agenda.state !== 'listed') return refuse('agenda.state', { details: { state: agenda.state } });
    work.put(AgendaRow, { ...agenda, state: 'dropped' });
    work.emit('agenda.dropped', { agendaId, panelId: agenda.panelId });
  }
}
