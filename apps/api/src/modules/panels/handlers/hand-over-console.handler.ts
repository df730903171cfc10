import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { ConsoleRow } from '../store/panel.row.js';
import { findPanel } from '../store/panels.store.js';

/** Says who leads; locks nobody out. Of two who take over from what they saw, the second reads who was first. */
@Handles('console.hand-over')
export class HandOverConsoleHandler implements CommandHandler<'console.hand-over'> {
  locate(_work: Work, { panelId }: Payload<'console.hand-over'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, from, to }: Payload<'console.hand-over'>, context: Context): Promise<Refuse | void> {
    const panel = await findPanel(work, panelId);
    const holder = (await work.get(ConsoleRow, panelId))?.holder ?? null;
    if (!panel) return refuse('request.not-found');
    if (holder !== from || holder === to) return refuse('console.moved-on', { details: { holder } });
    if (to !== null) {
      const seat = await findSeat(work, to);
      const mayLead = seat && (seat.roles.includes('organizer') || (seat.roles.includes('moderator') && panel.setup.moderators.includes(to)));
      if (!mayLead) return refuse('request.not-found', { path: 'to' });
    }
    work.put(ConsoleRow, { id: panelId, space: context.space, holder: to });
    work.emit('console.handed-over', { panelId, seatId: to }, { panelId, actor: context.seatId });
  }
}
