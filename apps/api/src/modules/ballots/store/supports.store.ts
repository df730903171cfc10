import type { Work } from '../../../platform/commands/work.js';

/** `rev` of a support that came with a merged question; a person's own press on the object has one from 1 and replaces it. */
export const CARRIED_REV = 0;

/** No press of these objects is written until this transaction ends. Always before rows of the objects are read. */
export async function holdPresses(work: Work, objects: readonly string[]): Promise<void> {
  // in one order, so that two merges never wait for each other; the key is that of platform/presses
  await work.query(`SELECT pg_advisory_xact_lock(727002, key) FROM (SELECT DISTINCT hashtext(id::text) AS key FROM unnest($1::uuid[]) AS id ORDER BY key) AS keys`, [objects]);
}

/** How many seats support the object. */
export async function countSupports(work: Work, object: string): Promise<number> {
  const [row] = await work.query<{ n: number }>(`SELECT count(*)::int AS n FROM ballots.press WHERE object = $1 AND choice = 'true'`, [object]);
  return row?.n ?? 0;
}

/** Who supports one of `from` supports `into`, each seat once; what a seat has pressed on `into` itself stays. `hash`: of a carried press on `into`. */
export async function insertCarried(work: Work, into: string, from: readonly string[], hash: string): Promise<void> {
  await work.query(
    `INSERT INTO ballots.press (object, seat_id, group_id, rev, choice, hash)
     SELECT DISTINCT ON (seat_id) $1::uuid, seat_id, group_id, ${CARRIED_REV}, 'true', $3 FROM ballots.press WHERE object = ANY($2::uuid[]) AND choice = 'true' ORDER BY seat_id
     ON CONFLICT (object, seat_id) DO NOTHING`, [into, from, hash]);
  await recount(work, into);
}

/** Takes back what came with `from`, unless it came with one of `still` as well. Hold the presses first. */
export async function returnSupports(work: Work, into: string, from: string, still: readonly string[]): Promise<void> {
  await work.query(
    `DELETE FROM ballots.press AS carried WHERE object = $1 AND rev = ${CARRIED_REV}
       AND EXISTS (SELECT FROM ballots.press AS own WHERE own.object = $2 AND own.seat_id = carried.seat_id AND own.choice = 'true')
       AND NOT EXISTS (SELECT FROM ballots.press AS other WHERE other.object = ANY($3::uuid[]) AND other.seat_id = carried.seat_id AND other.choice = 'true')`, [into, from, still]);
  await recount(work, into);
}

/** Takes back all that came with others: what had been merged into the object goes on elsewhere. Hold the presses first. */
export async function dropCarried(work: Work, object: string): Promise<void> {
  await work.query(`DELETE FROM ballots.press WHERE object = $1 AND rev = ${CARRIED_REV}`, [object]);
  await recount(work, object);
}

/** The public figures from the rows, and the word to every node, this one too (no node has the last name). */
async function recount(work: Work, object: string): Promise<void> {
  await work.query(
    `INSERT INTO ballots.count AS c (object, group_id, n, version)
     SELECT $1::uuid, group_id, (count(*) FILTER (WHERE choice = 'true'))::int, 1 FROM ballots.press WHERE object = $1 AND group_id IS NOT NULL GROUP BY group_id
     ON CONFLICT (object, group_id) DO UPDATE SET n = excluded.n, version = c.version + 1`, [object]);
  await work.query(
    `UPDATE ballots.count AS c SET n = 0, version = version + 1 WHERE object = $1 AND n <> 0 AND NOT EXISTS (SELECT FROM ballots.press AS p WHERE p.object = c.object AND p.group_id = c.group_id AND p.choice = 'true')`, [object]);
  await work.query(`SELECT pg_notify('tegerek_presses', $1)`, [`${work.space} ${object} merge`]);
}
