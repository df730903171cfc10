import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkRule } from '../domain/check-rule.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { findDialogue } from '../store/dialogues.store.js';

/** For decisions that open from now on; an open one keeps the rule that it froze. */
@Handles('dialogue.set-rule')
export class SetRuleHandler implements CommandHandler<'dialogue.set-rule'> {
  locate() {
    return {};
  }

  async execute(work: Work, { rule }: Payload<'dialogue.set-rule'>, context: Context) {
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    const fault = checkRule(rule, dialogue.groups);
    if (fault) return new Refuse(fault);
    work.put(DialogueRow, { ...dialogue, rule });
    work.emit('dialogue.rule-set', { rule }, { actor: context.seatId });
  }
}
