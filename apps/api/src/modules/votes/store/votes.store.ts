import type { VoteState } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { VoteRow } from './vote.row.js';

export const findVote = (work: Work, id: string): Promise<VoteRow | undefined> => work.get(VoteRow, id);

/** The vote that is open or closing in a panel; `null`: over the whole dialogue. At most one, by a unique index. */
export async function openVoteIn(work: Work, panelId: string | null): Promise<VoteRow | undefined> {
  return (await work.select(VoteRow, { panelId })).find(({ state }) => state === 'open' || state === 'closing');
}

/** Every vote of the dialogue that is open or closing. */
export async function openVotes(work: Work): Promise<VoteRow[]> {
  return (await work.select(VoteRow, {})).filter(({ state }) => state === 'open' || state === 'closing');
}

/** Waits for the presses that hold the vote shared, keeps new ones out until the commit, and reads its state. */
export async function lockVote(work: Work, id: string): Promise<VoteState | undefined> {
  const [row] = await work.query<{ state: VoteState }>('SELECT state FROM votes.vote WHERE id = $1 AND space = $2 FOR UPDATE', [id, work.space]);
  return row?.state;
}
