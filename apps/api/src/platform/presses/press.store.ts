import type { QueryRunner } from 'typeorm';

export interface PressRow {
  seatId: string;
  groupId: string | null;
  rev: number;
  /** Canonical JSON. */
  choice: string;
  hash: string;
}

/** One batch of an object at a time, over all nodes; the close takes the object's exclusive lock instead. */
export const lockObject = (runner: QueryRunner, object: string): Promise<unknown> => runner.query('SELECT pg_advisory_xact_lock(727002, hashtext($1))', [object]);

export async function storedPresses(runner: QueryRunner, object: string, seatIds: readonly string[]): Promise<Map<string, PressRow>> {
  const rows = (await runner.query(
    'SELECT seat_id AS "seatId", group_id AS "groupId", rev, choice, hash FROM ballots.press WHERE object = $1 AND seat_id = ANY($2::uuid[])', [object, seatIds])) as PressRow[];
  return new Map(rows.map((row) => [row.seatId, row]));
}

export async function writePresses(runner: QueryRunner, object: string, rows: readonly PressRow[]): Promise<void> {
  if (rows.length === 0) return;
  await runner.query(
    `INSERT INTO ballots.press (object, seat_id, group_id, rev, choice, hash)
     SELECT $1, x."seatId", x."groupId", x.rev, x.choice, x.hash FROM jsonb_to_recordset($2::jsonb) AS x("seatId" uuid, "groupId" uuid, rev integer, choice text, hash text) ORDER BY 2
     ON CONFLICT (object, seat_id) DO UPDATE SET rev = excluded.rev, choice = excluded.choice, hash = excluded.hash`,
    [object, JSON.stringify(rows)],
  );
}

/** Adds to the public counters of an object; every change raises the version. */
export async function addCounts(runner: QueryRunner, object: string, byGroup: ReadonlyMap<string, number>): Promise<void> {
  if (byGroup.size === 0) return;
  await runner.query(
    `INSERT INTO ballots.count AS c (object, group_id, n, version)
     SELECT $1, x.key::uuid, x.value::integer, 1 FROM jsonb_each_text($2::jsonb) AS x ORDER BY 2
     ON CONFLICT (object, group_id) DO UPDATE SET n = c.n + excluded.n, version = c.version + 1`,
    [object, JSON.stringify(Object.fromEntries(byGroup))],
  );
}

/** Public counters of these objects. */
export async function readCounts(query: (sql: string, values: unknown[]) => Promise<unknown>, objects: readonly string[]): Promise<{ object: string; groupId: string; n: number; version: number }[]> {
  if (objects.length === 0) return [];
  return (await query('SELECT object, group_id AS "groupId", n, version FROM ballots.count WHERE object = ANY($1::uuid[])', [objects])) as { object: string; groupId: string; n: number; version: number }[];
}
