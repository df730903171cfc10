import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { putNewPanel, takenPanels } from '../../panels/index.js';
import { checkNewSeats, knownSeats, linkAccount, putSeats } from '../../people/index.js';
import { checkRule } from '../domain/check-rule.js';
import { checkFirstPanels, checkGroups, checkSetup } from '../domain/check-setup.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { isSlugTaken } from '../store/dialogues.store.js';

type Asked = Payload<'dialogue.create'>;

/** A command of the `instance` space whose events are entry 1 of the new log. */
@Handles('dialogue.create')
export class CreateDialogueHandler implements CommandHandler<'dialogue.create'> {
  locate() {
    return {};
  }

  async execute(work: Work, asked: Asked, context: Context) {
    const organizer = { ...asked.organizer, roles: [...new Set(['organizer' as const, ...asked.organizer.roles])] };
    const refusal = await refusalOf(work, { ...asked, organizer });
    if (refusal) return refusal;
    const { dialogueId, setup, groups, panels, rule, demo, rehearsal } = asked;
    await work.createSpace(dialogueId, rehearsal ? 'rehearsal' : 'real');
    work.put(DialogueRow, { id: dialogueId, space: dialogueId, slug: setup.slug, phase: 'draft', demo, rehearsal, setup, groups, rule });
    for (const panel of panels) putNewPanel(work, dialogueId, panel);
    putSeats(work, dialogueId, [organizer], 1);
    if (context.actor.kind === 'account') linkAccount(work, dialogueId, organizer.seatId, context.actor.accountId);
    work.emitTo(dialogueId, 'dialogue.created', { dialogueId, setup, groups, panels, rule, demo, rehearsal });
    work.emitTo(dialogueId, 'seat.added', { seats: [{ seatId: organizer.seatId, number: organizer.number, groupId: organizer.groupId, roles: organizer.roles }] });
    work.emit('dialogue.listed', { dialogueId }, context.actor.kind === 'account' ? { actor: context.actor.accountId } : {});
  }
}

async function refusalOf(work: Work, { dialogueId, setup, groups, panels, rule, organizer }: Asked): Promise<Refuse | null> {
  if (await work.taken(DialogueRow, dialogueId)) return refuse('dialogue.exists', { path: 'dialogueId' });
  const setupFault = checkSetup(setup);
  if (setupFault) return new Refuse({ ...setupFault, path: `setup.${setupFault.path ?? ''}` });
  const groupIds = groups.map((group) => group.id);
  const fault = checkGroups(groups) ?? checkFirstPanels(panels) ?? checkRule(rule, groups);
  if (fault) return new Refuse(fault);
  const seatFault = checkNewSeats([organizer], await knownSeats(work, [organizer], groupIds));
  if (seatFault) return new Refuse({ ...seatFault, path: (seatFault.path ?? '').replace('seats.0', 'organizer') });
  if ((await takenPanels(work, panels.map((panel) => panel.id))).length > 0) return refuse('request.id-reused', { path: 'panels' });
  if (await isSlugTaken(work, setup.slug, dialogueId)) return refuse('dialogue.slug-taken', { path: 'setup.slug' });
  return null;
}
