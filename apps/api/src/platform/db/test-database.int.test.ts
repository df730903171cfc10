import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './test-database.js';

async function run<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { return (await client.query<T>(sql)).rows; } finally { await client.end(); }
}

async function migrate(url: string): Promise<void> {
  await run(url, 'CREATE TABLE seed (id int); INSERT INTO seed VALUES (1)');
}

describe('createTestDatabase', () => {
  it('hands out migrated databases that do not see each other', async () => {
    const [one, two] = await Promise.all([createTestDatabase(migrate), createTestDatabase(migrate)]);
    await run(one.url, 'INSERT INTO seed VALUES (2)');
    expect(await run(one.url, 'SELECT id FROM seed ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await run(two.url, 'SELECT id FROM seed')).toEqual([{ id: 1 }]);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('drops a database that is still connected, and gives an empty one without a migration', async () => {
    const empty = await createTestDatabase();
    expect(await run(empty.url, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([]);
    const client = new pg.Client({ connectionString: empty.url });
    const ended = new Promise((done) => { client.on('error', done); });
    await client.connect();
    await empty.drop();
    await ended;
    await expect(run(empty.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
