import type { Work } from '../../../platform/commands/work.js';

/**
 * Freezes the electorate of a vote: one row per seat in a group, with a number that stands for it in the published list. The numbers
 * 1…n are dealt by strong randomness, so they say nothing about the seat. Returns the size by group.
 */
export async function freezeElectorate(work: Work, voteId: string, electorate: 'present' | 'entitled'): Promise<Record<string, number>> {
  const rows = await work.query<{ groupId: string; n: number }>(
    `WITH made AS (
       INSERT INTO ballots.elector (vote_id, seat_id, group_id, number)
       SELECT $1, id, group_id, row_number() OVER (ORDER BY gen_random_uuid())
         FROM people.seat
        WHERE space = $2 AND group_id IS NOT NULL AND NOT revoked AND ($3 = 'entitled' OR present_since IS NOT NULL)
       RETURNING group_id)
     SELECT group_id AS "groupId", count(*)::int AS n FROM made GROUP BY group_id ORDER BY group_id`,
    [voteId, work.space, electorate],
  );
  return Object.fromEntries(rows.map(({ groupId, n }) => [groupId, n]));
}

/** How many seats have pressed, of how many. */
export async function turnoutOf(work: Work, voteId: string): Promise<{ cast: number; electors: number }> {
  const [row] = await work.query<{ cast: number; electors: number }>(
    `SELECT (SELECT count(*)::int FROM ballots.press WHERE object = $1) AS cast, (SELECT count(*)::int FROM ballots.elector WHERE vote_id = $1) AS electors`,
    [voteId],
  );
  return row ?? { cast: 0, electors: 0 };
}
