import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ScreenRow } from '../store/screen.row.js';
import { findWaiting, pair } from '../store/screens.store.js';

@Handles('screen.pair')
export class PairScreenHandler implements CommandHandler<'screen.pair'> {
  locate(_work: Work, { panelId }: Payload<'screen.pair'>) {
    return { panelId };
  }

  async execute(work: Work, { screenId, code, name, language, panelId }: Payload<'screen.pair'>, context: Context) {
    if (await work.taken(ScreenRow, screenId)) return refuse('request.id-reused', { path: 'screenId' });
    const waiting = await findWaiting(work, code, context.now);
    if (!waiting) return refuse('screen.code', { path: 'code' });
    await pair(work, waiting, { id: screenId, panelId, name, language });
    work.emit('screen.paired', { screenId, name, language, panelId }, { actor: context.seatId });
  }
}
