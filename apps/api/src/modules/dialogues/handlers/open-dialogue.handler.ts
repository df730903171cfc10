import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { listPanels } from '../../panels/index.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { findDialogue } from '../store/dialogues.store.js';

@Handles('dialogue.open')
export class OpenDialogueHandler implements CommandHandler<'dialogue.open'> {
  locate() {
    return {};
  }

  async execute(work: Work, _payload: Payload<'dialogue.open'>, context: Context) {
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    if ((await listPanels(work)).length === 0) return refuse('dialogue.no-panels');
    work.put(DialogueRow, { ...dialogue, phase: 'open' });
    work.emit('dialogue.opened', {}, { actor: context.seatId });
  }
}
