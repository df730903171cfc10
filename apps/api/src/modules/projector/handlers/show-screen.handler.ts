import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { fillView } from './fill-view.js';

/** What is shown lies in the log alone: screens fold it like everybody else. */
@Handles('screen.show')
export class ShowScreenHandler implements CommandHandler<'screen.show'> {
  locate(_work: Work, { panelId }: Payload<'screen.show'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, view: asked }: Payload<'screen.show'>, context: Context) {
    const view = await fillView(work, asked, panelId);
    if (view instanceof Refuse) return view;
    work.emit('screen.shown', { panelId, view }, { actor: context.seatId });
  }
}
