import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROWS } from '@tegerek/api/modules/index';
import { createDataSource, migrate } from '@tegerek/api/platform/db/database';
import { createTestDatabase, type TestDatabase } from '@tegerek/api/platform/db/test-database';
import { startServer, type Running } from '@tegerek/api/server';
import { wipeRehearsal } from '@tegerek/cli';
import pg from 'pg';
import { gradeOf, rehearse, type Outcome } from './rehearse.js';

const migrateAll = async (url: string): Promise<void> => {
  const database = await createDataSource(url, ROWS, 2).initialize();
  await migrate(database);
  await database.destroy();
};

/** What must be the same in two runs: texts, results, ballots by group. Ids and times differ. */
const gist = ({ votes, groupIds }: Outcome): unknown => votes.map((vote) => {
  const places = (vote.result?.['ranking'] ?? []) as string[][];
  return {
    number: vote.number, text: vote.version?.fields ?? null, options: vote.options.map(({ title }) => title), grade: gradeOf(vote), cast: groupIds.map((id) => vote.castByGroup?.[id] ?? 0),
    ranked: vote.purpose === 'ranking' ? places.map((place) => place.map((id) => vote.options.find((option) => option.id === id)?.title)) : null,
  };
});

describe('a rehearsal', () => {
  let database: TestDatabase;
  let server: Running;
  const run = (seed: number): Promise<Outcome> => rehearse(server, { people: 12, seed, pace: Infinity, proposals: 3, say: () => undefined });

  beforeAll(async () => {
    database = await createTestDatabase(migrateAll);
    server = await startServer({ port: 0, host: '127.0.0.1', publicUrl: undefined, databaseUrl: database.url, isEmbedded: false, dataDir: mkdtempSync(join(tmpdir(), 'tegerek-rehearsal-')), logLevel: 'error', demo: false });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const outcomes: Outcome[] = [];

  it('ends published, verified, every receipt a row; the same seed gives the same results and texts, another one others', async () => {
    const [one, again, other] = [await run(7), await run(7), await run(8)];
    outcomes.push(one, again, other);
    for (const outcome of outcomes) expect(outcome.faults).toEqual([]);
    expect(one.connections).toBe(12 + 9);
    expect(one.votes.length).toBeGreaterThan(12);
    expect(gist(again)).toEqual(gist(one));
    expect(gist(other)).not.toEqual(gist(one));
  }, 240_000);

  it('is wiped by one command, without a trace in any table, and nothing else is', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const ids = outcomes.map(({ dialogueId }) => dialogueId);
    const { rows: columns } = await client.query<{ count: string }>(`SELECT format('SELECT %L AS place, count(*)::int AS n FROM %I.%I WHERE %I = ANY($1::uuid[])', table_schema || '.' || table_name, table_schema, table_name, column_name) AS count
      FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND udt_name = 'uuid'`);
    const traces = async (of: string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const { count } of columns) {
        const { rows: [row] } = await client.query<{ place: string; n: number }>(count, [of]);
        if ((row?.n ?? 0) > 0) found.push(row?.place ?? '');
      }
      return found;
    };
    const idsOf = async (dialogueId: string): Promise<string[]> => {
      const { rows } = await client.query<{ id: string }>('SELECT id FROM people.seat WHERE space = $1 UNION ALL SELECT id FROM votes.vote WHERE space = $1 UNION ALL SELECT id FROM questions.question WHERE space = $1', [dialogueId]);
      return [dialogueId, ...rows.map(({ id }) => id)];
    };
    try {
      const [first = '', second = ''] = ids;
      const [gone, stays] = [await idsOf(first), await idsOf(second)];
      expect((await traces(gone)).length).toBeGreaterThan(10);
      const before = await traces(stays);
      expect(await wipeRehearsal(client, `rehearsal-${first.slice(0, 8)}`)).toMatchObject({ entries: expect.any(Number) });
      expect(await traces(gone)).toEqual([]);
      expect(await traces(stays)).toEqual(before);
      expect(await wipeRehearsal(client, `rehearsal-${first.slice(0, 8)}`)).toBeUndefined();
    } finally {
      await client.end();
    }
  });
});
