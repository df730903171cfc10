import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROWS } from '@tegerek/api/modules/index';
import { createDataSource, migrate } from '@tegerek/api/platform/db/database';
import { createTestDatabase, type TestDatabase } from '@tegerek/api/platform/db/test-database';
import { startServer, type Running } from '@tegerek/api/server';
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

  it('ends published, verified, every receipt a row; the same seed gives the same results and texts, another one others', async () => {
    const [one, again, other] = [await run(7), await run(7), await run(8)];
    for (const outcome of [one, again, other]) expect(outcome.faults).toEqual([]);
    expect(one.connections).toBe(12 + 9);
    expect(one.votes.length).toBeGreaterThan(12);
    expect(gist(again)).toEqual(gist(one));
    expect(gist(other)).not.toEqual(gist(one));
  }, 240_000);
});
