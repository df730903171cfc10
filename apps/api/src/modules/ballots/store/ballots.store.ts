import type { BallotChoice } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';

/** Runs one statement: a `Work`, a query runner or a data source. */
export type Query = <T>(sql: string, values: unknown[]) => Promise<T[]>;

/** A ballot as it was cast, with its published number. */
export interface StoredBallot {
  choice: BallotChoice;
  group: string;
  number: number;
}

/** The ballots of a vote (or agenda) with their published numbers and the group that the electorate froze. Read after the exclusive lock of the vote. */
export async function readBallots(query: Query, voteId: string): Promise<StoredBallot[]> {
  const rows = await query<{ number: number; group: string; choice: string }>(
    `SELECT e.number, e.group_id AS "group", p.choice
       FROM ballots.press p JOIN ballots.elector e ON e.vote_id = p.object AND e.seat_id = p.seat_id
      WHERE p.object = $1 ORDER BY e.number`,
    [voteId],
  );
  return rows.map(({ number, group, choice }) => ({ number, group, choice: JSON.parse(choice) as BallotChoice }));
}

/** Answers to a poll, by seat. Read after the exclusive lock of the poll, or once it is closed. */
export async function readAnswers(query: Query, pollId: string): Promise<{ seatId: string; groupId: string | null; choice: unknown }[]> {
  const rows = await query<{ seatId: string; groupId: string | null; choice: string }>('SELECT seat_id AS "seatId", group_id AS "groupId", choice FROM ballots.press WHERE object = $1 ORDER BY seat_id', [pollId]);
  return rows.map(({ choice, ...row }) => ({ ...row, choice: JSON.parse(choice) as unknown }));
}

/** A seat's rows on these objects go, and so does what they added to the public counters. */
export async function removePresses(work: Work, objects: readonly string[], seatId: string): Promise<void> {
  if (objects.length === 0) return;
  await work.query(
    `WITH gone AS (DELETE FROM ballots.press WHERE object = ANY($1::uuid[]) AND seat_id = $2 RETURNING object, group_id)
     UPDATE ballots.count c SET n = c.n - 1, version = c.version + 1 FROM gone WHERE gone.object = c.object AND gone.group_id = c.group_id`, [objects, seatId]);
}

/** Blanks the reasons that this seat gave for its blocks; returns the votes (or agendas) and its number in each. */
export function eraseBlockReasons(work: Work, seatId: string): Promise<{ box: string; number: number }[]> {
  return work.query(
    `WITH gone AS (UPDATE ballots.press SET choice = '{"choice":"block","reason":""}' WHERE seat_id = $1 AND choice LIKE '{"choice":"block"%' RETURNING object)
     SELECT e.vote_id AS box, e.number FROM gone JOIN ballots.elector e ON e.vote_id = gone.object AND e.seat_id = $1`,
    [seatId],
  );
}
