import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ScreenRow } from '../store/screen.row.js';
import { findScreen } from '../store/screens.store.js';

/** A screen goes on under another panel, language or name: one hall, one panel after another. Of the panel that it comes to. */
@Handles('screen.set')
export class SetScreenHandler implements CommandHandler<'screen.set'> {
  async locate(work: Work, { screenId, panelId }: Payload<'screen.set'>) {
    return (await findScreen(work, screenId)) && { panelId };
  }

  async execute(work: Work, { screenId, name, language, panelId }: Payload<'screen.set'>, context: Context) {
    const screen = await findScreen(work, screenId);
    if (!screen) return refuse('request.not-found');
    if (screen.name === name && screen.language === language && screen.panelId === panelId) return;
    work.put(ScreenRow, { ...screen, name, language, panelId });
    work.emit('screen.paired', { screenId, name, language, panelId }, { actor: context.seatId });
  }
}
