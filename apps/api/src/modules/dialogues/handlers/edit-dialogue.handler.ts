import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkSetup } from '../domain/check-setup.js';
import { DialogueRow } from '../store/dialogue.row.js';
import { findDialogue, isSlugTaken } from '../store/dialogues.store.js';

@Handles('dialogue.edit')
export class EditDialogueHandler implements CommandHandler<'dialogue.edit'> {
  locate() {
    return {};
  }

  async execute(work: Work, setup: Payload<'dialogue.edit'>, context: Context) {
    const dialogue = await findDialogue(work);
    if (!dialogue) return refuse('request.not-found');
    const fault = checkSetup(setup);
    if (fault) return new Refuse(fault);
    if (setup.slug !== dialogue.slug && (await isSlugTaken(work, setup.slug, dialogue.id))) return refuse('dialogue.slug-taken', { path: 'slug' });
    work.put(DialogueRow, { ...dialogue, slug: setup.slug, setup });
    work.emit('dialogue.edited', setup, { actor: context.seatId });
  }
}
