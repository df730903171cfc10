import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { groupsInUse } from '../../people/index.js';
import { checkRule, fitRule } from '../domain/check-rule.js';
import { checkGroups } from '../domain/check-setup.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { findDialogue } from '../store/dialogues.store.js';

/** Changes the declared groups; the rule follows where it named another set. */
@Handles('dialogue.set-groups')
export class SetGroupsHandler implements CommandHandler<'dialogue.set-groups'> {
  locate() {
    return {};
  }

  async execute(work: Work, { groups }: Payload<'dialogue.set-groups'>, context: Context) {
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    const fault = checkGroups(groups);
    if (fault) return new Refuse(fault);
    const missing = (await groupsInUse(work)).find((id) => !groups.some((group) => group.id === id));
    if (missing !== undefined) return refuse('dialogue.group-in-use', { path: 'groups', details: { groupId: missing } });
    const rule = checkRule(dialogue.rule, groups) === null ? dialogue.rule : fitRule(dialogue.rule, groups);
    work.put(DialogueRow, { ...dialogue, groups, rule });
    work.emit('dialogue.groups-set', { groups }, { actor: context.seatId });
    if (rule !== dialogue.rule) work.emit('dialogue.rule-set', { rule }, { actor: context.seatId });
  }
}
