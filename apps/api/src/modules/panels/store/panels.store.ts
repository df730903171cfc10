import type { PanelSetup } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { PanelRow } from './panel.row.js';

export const findPanel = (work: Work, panelId: string): Promise<PanelRow | undefined> => work.get(PanelRow, panelId);

export const listPanels = (work: Work): Promise<PanelRow[]> => work.select(PanelRow, {});

/** Ids of these that any dialogue's panels have already. */
export async function takenPanels(work: Work, ids: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (const id of ids) if (await work.taken(PanelRow, id)) taken.push(id);
  return taken;
}

/** Records a new panel of `space`. */
export const putNewPanel = (work: Work, space: string, setup: PanelSetup): void =>
  work.put(PanelRow, { id: setup.id, space, number: setup.number, phase: 'scheduled', rev: 0, setup });

export interface VotesOfPanel {
  /** Open or in their grace period. */
  open: number;
  /** Closed and counted. */
  closed: number;
}

/** Asked of the votes' table: votes know panels, panels must not know votes. */
export async function votesOfPanel(work: Work, panelId: string): Promise<VotesOfPanel> {
  const rows = await work.query<VotesOfPanel>(
    `SELECT count(*) FILTER (WHERE state IN ('open', 'closing'))::int AS open, count(*) FILTER (WHERE state = 'closed' AND purpose = 'decision')::int AS closed
     FROM votes.vote WHERE space = $1 AND panel_id = $2`, [work.space, panelId],
  );
  return rows[0] ?? { open: 0, closed: 0 };
}

/** Whether a poll is open in the panel. Asked of the polls' table, as with votes. */
export async function hasOpenPoll(work: Work, panelId: string): Promise<boolean> {
  return (await work.query(`SELECT 1 FROM polls.poll WHERE space = $1 AND panel_id = $2 AND state = 'open'`, [work.space, panelId])).length > 0;
}
