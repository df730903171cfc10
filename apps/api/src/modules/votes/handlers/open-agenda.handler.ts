import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findDialogue } from '../../dialogues/index.js';
import { findPanel } from '../../panels/index.js';
import { freezeVersion, listProposals } from '../../proposals/index.js';
import { remaining } from '../domain/agenda.js';
import { checkDecisionRule } from '../domain/decision-rule.js';
import { proposalNumber, supersession } from '../domain/open-vote.js';
import { AgendaRow } from '../store/agenda.row.js';
import { findAgenda, lastDecision, openVoteIn } from '../store/votes.store.js';
import { openVotesTogether } from './open-vote.js';

/** Opens one decision per item that is left, as one act: one electorate, one rule, one ballot per seat for all of them. */
@Handles('agenda.open')
export class OpenAgendaHandler implements CommandHandler<'agenda.open'> {
  async locate(work: Work, { agendaId }: Payload<'agenda.open'>): Promise<Located | undefined> {
    const agenda = await findAgenda(work, agendaId);
    return agenda && { panelId: agenda.panelId };
  }

  async execute(work: Work, { agendaId, electorate, rule: own, secret }: Payload<'agenda.open'>, context: Context): Promise<Refuse | void> {
    const agenda = await findAgenda(work, agendaId);
    const panel = agenda && (await findPanel(work, agenda.panelId));
    const dialogue = await findDialogue(work);
    if (!agenda || !panel || !dialogue) return refuse('request.not-found');
    if (secret) return refuse('vote.secret-unsupported', { path: 'secret' });
    if (agenda.state !== 'listed') return refuse('agenda.state', { details: { state: agenda.state } });
    const open = await openVoteIn(work, panel.id);
    if (open) return refuse('vote.open-already', { details: { voteId: open.id } });
    const groupIds = dialogue.groups.map(({ id }) => id);
    const rule = own ?? dialogue.rule;
    const refusal = checkDecisionRule(rule, groupIds, electorate);
    if (refusal) return refuse(refusal.code, refusal);
    const items = remaining(agenda.items, new Map((await listProposals(work, panel.id)).map((proposal) => [proposal.id, proposal])));
    if (items.length === 0) return refuse('agenda.empty');
    const votes = [];
    for (const proposal of items) {
      const id = context.newId();
      const last = await lastDecision(work, proposal.id);
      const version = await freezeVersion(work, proposal, { versionId: context.newId(), voteId: id, at: context.now });
      votes.push({
        id, panelId: panel.id, purpose: 'decision' as const, number: proposalNumber(panel.number, proposal.number), proposalId: proposal.id, version, options: [], rule, electorate,
        agendaId, ...supersession(proposal.status, last?.id),
      });
    }
    work.put(AgendaRow, { ...agenda, state: 'opened' });
    work.emit('agenda.opened', { agendaId, panelId: panel.id });
    await openVotesTogether(work, context, groupIds, votes);
  }
}
