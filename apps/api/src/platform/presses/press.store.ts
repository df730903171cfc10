import type { QueryRunner } from 'typeorm';
import { begin, run, uuidLiteral } from '../db/statement.js';

export interface PressRow {
  seatId: string;
  groupId: string | null;
  rev: number;
  /** Canonical JSON. */
  choice: string;
  hash: string;
}

/** Begins the transaction of a batch. One batch of an object at a time, over all nodes; the close takes the object's exclusive lock instead. */
export const beginOnObject = (runner: QueryRunner, object: string): Promise<unknown> => begin(runner, `SELECT pg_advisory_xact_lock(727002, hashtext(${uuidLiteral(object)}::text))`);

const STORED = 'SELECT seat_id AS "seatId", group_id AS "groupId", rev, choice, hash FROM ballots.press WHERE object = $1 AND seat_id = ANY($2::uuid[])';

export async function storedPresses(runner: QueryRunner, object: string, seatIds: readonly string[]): Promise<Map<string, PressRow>> {
  const rows = await run<PressRow>(runner, STORED, [object, seatIds]);
  return new Map(rows.map((row) => [row.seatId, row]));
}

/** Every change of a counter raises its version. */
const WRITE = `
  WITH presses AS (
    INSERT INTO ballots.press (object, seat_id, group_id, rev, choice, hash)
    SELECT $1::uuid, x."seatId", x."groupId", x.rev, x.choice, x.hash FROM jsonb_to_recordset($2::jsonb) AS x("seatId" uuid, "groupId" uuid, rev integer, choice text, hash text) ORDER BY 2
    ON CONFLICT (object, seat_id) DO UPDATE SET rev = excluded.rev, choice = excluded.choice, hash = excluded.hash),
  counts AS (
    INSERT INTO ballots.count AS c (object, group_id, n, version)
    SELECT $1::uuid, x.key::uuid, x.value::integer, 1 FROM jsonb_each_text($3::jsonb) AS x ORDER BY 2
    ON CONFLICT (object, group_id) DO UPDATE SET n = c.n + excluded.n, version = c.version + 1)
  SELECT pg_notify('tegerek_presses', $4)`;

/** Rows, the object's public counters by group, and the word to other nodes, in one statement. */
export async function writePresses(runner: QueryRunner, { space, object, node }: { space: string; object: string; node: string }, rows: readonly PressRow[], byGroup: ReadonlyMap<string, number>): Promise<void> {
  if (rows.length === 0) return;
  await run(runner, WRITE, [object, JSON.stringify(rows), JSON.stringify(Object.fromEntries(byGroup)), `${space} ${object} ${node}`]);
}

/** Public counters of these objects. */
export async function readCounts(query: (sql: string, values: unknown[]) => Promise<unknown>, objects: readonly string[]): Promise<{ object: string; groupId: string; n: number; version: number }[]> {
  if (objects.length === 0) return [];
  return (await query('SELECT object, group_id AS "groupId", n, version FROM ballots.count WHERE object = ANY($1::uuid[])', [objects])) as { object: string; groupId: string; n: number; version: number }[];
}
