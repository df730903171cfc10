import type { BallotChoice } from '@tegerek/contracts';
import type { BallotListRow } from '../domain/ballot-list.js';

/** Runs one statement: a `Work`, a query runner or a data source. */
export type Query = <T>(sql: string, values: unknown[]) => Promise<T[]>;

/** The ballots of a vote with their published numbers and the group that the electorate froze. Read after the exclusive lock of the vote. */
export async function readBallots(query: Query, voteId: string): Promise<BallotListRow[]> {
  const rows = await query<{ number: number; group: string; choice: string }>(
    `SELECT e.number, e.group_id AS "group", p.choice
       FROM ballots.press p JOIN ballots.elector e ON e.vote_id = p.object AND e.seat_id = p.seat_id
      WHERE p.object = $1 ORDER BY e.number`,
    [voteId],
  );
  return rows.map(({ number, group, choice }) => ({ number, group, choice: JSON.parse(choice) as BallotChoice }));
}
