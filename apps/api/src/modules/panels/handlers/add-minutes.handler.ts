import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { MinutesRow } from '../store/panel.row.js';

@Handles('minutes.add')
export class AddMinutesHandler implements CommandHandler<'minutes.add'> {
  locate(_work: Work, { panelId }: Payload<'minutes.add'>) {
    return { panelId };
  }

  async execute(work: Work, { entryId, panelId, text }: Payload<'minutes.add'>, context: Context) {
    if (await work.taken(MinutesRow, entryId)) return refuse('request.id-reused', { path: 'entryId' });
    work.put(MinutesRow, { id: entryId, space: work.space, panelId, text, at: context.now, rev: 0 });
    work.emit('minutes.added', { entryId, panelId, text, at: context.now }, { panelId, actor: context.seatId });
  }
}
