import type { PollState } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { PollRow } from './poll.row.js';

export const findPoll = (work: Work, id: string): Promise<PollRow | undefined> => work.get(PollRow, id);

export const pollsOfPanel = (work: Work, panelId: string): Promise<PollRow[]> => work.select(PollRow, { panelId });

/** Waits for the answers that hold the poll shared, keeps new ones out until the commit, and reads its state. */
export async function lockPoll(work: Work, id: string): Promise<PollState | 'deleted' | undefined> {
  const [row] = await work.query<{ state: PollState | 'deleted' }>('SELECT state FROM polls.poll WHERE id = $1 AND space = $2 FOR UPDATE', [id, work.space]);
  return row?.state;
}

/** Polls of short texts that a seat has answered. */
export async function textPollsOfSeat(work: Work, seatId: string): Promise<PollRow[]> {
  const rows = await work.query<{ id: string }>(
    `SELECT p.id FROM polls.poll p JOIN ballots.press b ON b.object = p.id WHERE p.space = $1 AND b.seat_id = $2 AND p.setup->'body'->>'kind' = 'text' ORDER BY p.id`, [work.space, seatId]);
  return [...(await work.load(PollRow, rows.map(({ id }) => id))).values()];
}
