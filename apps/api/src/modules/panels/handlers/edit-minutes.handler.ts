import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { MinutesRow } from '../store/panel.row.js';

/** A second writer who saw an older text is told the current one, and overwrites nothing. */
@Handles('minutes.edit')
export class EditMinutesHandler implements CommandHandler<'minutes.edit'> {
  async locate(work: Work, { entryId }: Payload<'minutes.edit'>) {
    const entry = await work.get(MinutesRow, entryId);
    return entry && { panelId: entry.panelId };
  }

  async execute(work: Work, { entryId, text }: Payload<'minutes.edit'>, context: Context) {
    const entry = await work.get(MinutesRow, entryId);
    if (!entry) return refuse('request.not-found');
    if (context.expect !== undefined && context.expect.rev !== entry.rev) return refuse('request.stale', { path: 'text', details: { rev: entry.rev, text: entry.text } });
    const rev = entry.rev + 1;
    work.put(MinutesRow, { ...entry, text, rev });
    work.emit('minutes.edited', { entryId, panelId: entry.panelId, text, rev }, { panelId: entry.panelId, actor: context.seatId });
  }
}
