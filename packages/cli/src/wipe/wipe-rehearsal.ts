import type pg from 'pg';

/** Tables of the modules with these columns, whichever migrations made them. */
const TABLES_WITH = `
  SELECT format('%I.%I', table_schema, table_name) AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
  WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'public', 'log') GROUP BY 1`;

/** What rows without a space of their own are about: a press is of an object, an elector of a vote. */
const OWNERS = ['object', 'vote_id', 'poll_id', 'proposal_id', 'question_id'];

export interface Wiped {
  title: string;
  entries: number;
  rows: number;
}

/**
 * Deletes a rehearsal with everything that is only its own: rows, ballots, log. In one transaction. `undefined`: there is no rehearsal of
 * that name; a real dialogue is never deleted, the database refuses it too.
 */
export async function wipeRehearsal(client: pg.ClientBase, slug: string): Promise<Wiped | undefined> {
  await client.query('BEGIN');
  try {
    const { rows: [found] } = await client.query<{ id: string; title: string }>(
      `SELECT d.id, coalesce(d.setup->'title'->>'ru', d.slug) AS title FROM dialogues.dialogue d JOIN log.head h ON h.log_id = d.id WHERE d.slug = $1 AND d.rehearsal AND h.kind = 'rehearsal' FOR UPDATE OF d, h`, [slug]);
    if (found === undefined) {
      await client.query('ROLLBACK');
      return undefined;
    }
    const { rows: tables } = await client.query<{ name: string; columns: string[] }>(TABLES_WITH);
    const own = tables.filter(({ columns }) => columns.includes('space'));
    const ids = own.filter(({ columns }) => columns.includes('id')).map(({ name }) => `SELECT id FROM ${name} WHERE space = $1`).join(' UNION ALL ');
    let rows = 0;
    const remove = async (sql: string): Promise<number> => {
      const { rowCount } = await client.query(sql, [found.id]);
      rows += rowCount ?? 0;
      return rowCount ?? 0;
    };
    for (const { name, columns } of tables) {
      const owner = columns.includes('space') ? undefined : OWNERS.find((column) => columns.includes(column));
      if (owner !== undefined) await remove(`DELETE FROM ${name} WHERE ${owner} IN (${ids})`);
    }
    // sessions of a seat end with it; who signed in elsewhere too keeps that
    for (const { name } of own) await remove(`DELETE FROM ${name} WHERE space = $1`);
    for (const [table, column] of [['receipt', 'space'], ['due', 'space'], ['checkpoint', 'log_id'], ['payload', 'log_id']] as const) await remove(`DELETE FROM log.${table} WHERE ${column} = $1`);
    const entries = await remove('DELETE FROM log.entry WHERE log_id = $1');
    await remove('DELETE FROM log.head WHERE log_id = $1');
    await client.query('COMMIT');
    return { title: found.title, entries, rows };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
