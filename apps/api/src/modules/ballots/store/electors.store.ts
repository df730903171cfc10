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

/** How many seats have pressed, of how many that vote by phone. */
export async function turnoutOf(work: Work, voteId: string): Promise<{ cast: number; electors: number }> {
  const [row] = await work.query<{ cast: number; electors: number }>(
    `SELECT (SELECT count(*)::int FROM ballots.press WHERE object = $1) AS cast, (SELECT count(*)::int FROM ballots.elector WHERE vote_id = $1 AND NOT on_paper) AS electors`,
    [voteId],
  );
  return row ?? { cast: 0, electors: 0 };
}

export interface ElectorSeat {
  seatId: string;
  number: number;
  groupId: string;
  onPaper: boolean;
  hasPressed: boolean;
}

/** The electors of a vote that have these numbers on their badges. Read after the exclusive lock of the vote. */
export function electorsByNumber(work: Work, voteId: string, numbers: readonly number[]): Promise<ElectorSeat[]> {
  return work.query(
    `SELECT s.id AS "seatId", s.number, e.group_id AS "groupId", e.on_paper AS "onPaper", p.seat_id IS NOT NULL AS "hasPressed"
       FROM people.seat s JOIN ballots.elector e ON e.vote_id = $1 AND e.seat_id = s.id LEFT JOIN ballots.press p ON p.object = $1 AND p.seat_id = s.id
      WHERE s.space = $2 AND s.number = ANY($3::int[]) ORDER BY s.number`,
    [voteId, work.space, numbers],
  );
}

/** Their presses are refused from now on, or allowed again. Only after every refusal of the command. */
export async function markOnPaper(work: Work, voteId: string, seatIds: readonly string[], onPaper: boolean): Promise<void> {
  await work.query('UPDATE ballots.elector SET on_paper = $3 WHERE vote_id = $1 AND seat_id = ANY($2::uuid[])', [voteId, seatIds, onPaper]);
}

/** Electors on paper, by group. */
export async function onPaperByGroup(work: Work, voteId: string): Promise<Record<string, number>> {
  const rows = await work.query<{ groupId: string; n: number }>('SELECT group_id AS "groupId", count(*)::int AS n FROM ballots.elector WHERE vote_id = $1 AND on_paper GROUP BY group_id', [voteId]);
  return Object.fromEntries(rows.map(({ groupId, n }) => [groupId, n]));
}
