import type { VoteState } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { AgendaRow } from './agenda.row.js';
import { PileRow } from './pile.row.js';
import { VoteRow } from './vote.row.js';

export const findVote = (work: Work, id: string): Promise<VoteRow | undefined> => work.get(VoteRow, id);

const isRunning = ({ state }: VoteRow): boolean => state === 'open' || state === 'closing';

/** The vote that is open or closing in a panel (of an agenda: its first item); `null`: over the whole dialogue. At most one box. */
export async function openVoteIn(work: Work, panelId: string | null): Promise<VoteRow | undefined> {
  return (await work.select(VoteRow, { panelId })).find(isRunning);
}

/** Every vote of the dialogue that is open or closing. */
export async function openVotes(work: Work): Promise<VoteRow[]> {
  return (await work.select(VoteRow, {})).filter(isRunning);
}

/** The votes whose ballots lie in one box, by opening: one, or the items of an agenda. */
export const votesOfBox = (work: Work, box: string): Promise<VoteRow[]> => work.select(VoteRow, { box });

/** The last closed decision on a proposal: the one that stands. */
export async function lastDecision(work: Work, proposalId: string): Promise<VoteRow | undefined> {
  const closed = (await work.select(VoteRow, { proposalId })).filter(({ state, purpose }) => state === 'closed' && purpose === 'decision');
  return closed.sort((a, b) => a.openedSeq - b.openedSeq).at(-1);
}

/** Waits for the presses that hold the votes of a box shared, keeps new ones out until the commit, and reads their states. */
export async function lockBox(work: Work, box: string): Promise<Map<string, VoteState>> {
  const rows = await work.query<{ id: string; state: VoteState }>('SELECT id, state FROM votes.vote WHERE box = $1 AND space = $2 ORDER BY id FOR UPDATE', [box, work.space]);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

export const findAgenda = (work: Work, id: string): Promise<AgendaRow | undefined> => work.get(AgendaRow, id);
export const agendasIn = (work: Work, panelId: string): Promise<AgendaRow[]> => work.select(AgendaRow, { panelId });

export const findPile = (work: Work, id: string): Promise<PileRow | undefined> => work.get(PileRow, id);
/** The piles of a box that were not withdrawn. */
export async function pilesOf(work: Work, object: string): Promise<PileRow[]> {
  return (await work.select(PileRow, { object })).filter(({ state }) => state !== 'withdrawn');
}
