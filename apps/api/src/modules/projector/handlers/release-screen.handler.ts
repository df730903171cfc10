import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findScreen, release } from '../store/screens.store.js';

/** The screen is nobody's again: its page shows a new code. */
@Handles('screen.release')
export class ReleaseScreenHandler implements CommandHandler<'screen.release'> {
  async locate(work: Work, { screenId }: Payload<'screen.release'>) {
    const screen = await findScreen(work, screenId);
    return screen && { panelId: screen.panelId };
  }

  async execute(work: Work, { screenId }: Payload<'screen.release'>, context: Context) {
    const screen = await findScreen(work, screenId);
    if (!screen) return refuse('request.not-found');
    release(work, screen);
    work.emit('screen.released', { screenId }, { actor: context.seatId });
  }
}
