import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { listPanels } from '../../panels/index.js';
import { closeDialogue } from '../domain/close-dialogue.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { findDialogue, hasOpenVote } from '../store/dialogues.store.js';

@Handles('dialogue.close')
export class CloseDialogueHandler implements CommandHandler<'dialogue.close'> {
  locate() {
    return {};
  }

  async execute(work: Work, _payload: Payload<'dialogue.close'>, context: Context) {
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    const refusal = closeDialogue(await listPanels(work), await hasOpenVote(work));
    if (refusal) return new Refuse(refusal);
    work.put(DialogueRow, { ...dialogue, phase: 'closed' });
    work.emit('dialogue.closed', {}, { actor: context.seatId });
  }
}
