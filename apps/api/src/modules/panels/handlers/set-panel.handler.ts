import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { missingSeats } from '../../people/index.js';
import { checkPanel } from '../domain/set-panel.js';
import { PanelRow } from '../store/panel.row.js';
import { findPanel, listPanels, putNewPanel } from '../store/panels.store.js';

/** Adds a panel, or replaces the set-up of one. */
@Handles('panel.set')
export class SetPanelHandler implements CommandHandler<'panel.set'> {
  locate() {
    return {};
  }

  async execute(work: Work, setup: Payload<'panel.set'>, context: Context) {
    const old = await findPanel(work, setup.id);
    const missing = await missingSeats(work, [...setup.moderators, ...setup.rapporteurs, ...setup.panellists]);
    const refusal = checkPanel(setup, { panels: await listPanels(work), missingSeats: missing });
    if (refusal) return new Refuse(refusal);
    if (!old && (await work.taken(PanelRow, setup.id))) return refuse('request.id-reused', { path: 'id' });
    if (old) work.put(PanelRow, { ...old, number: setup.number, setup });
    else putNewPanel(work, work.space, setup);
    work.emit('panel.set', setup, { actor: context.seatId });
  }
}
