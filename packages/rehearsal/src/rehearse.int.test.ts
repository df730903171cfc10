import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROWS } from '@tegerek/api/modules/index';
import { createDataSource, migrate } from '@tegerek/api/platform/db/database';
import { createTestDatabase, type TestDatabase } from '@tegerek/api/platform/db/test-database';
import { startServer, type Running } from '@tegerek/api/server';
import { wipeRehearsal } from '@tegerek/cli';
import type { RehearsalRun } from '@tegerek/contracts';
import { dialogueFixture, LiveClient } from '@tegerek/testkit';
import pg from 'pg';
import { demoProgramme } from './programme.js';
import { gradeOf, rehearse, type Outcome } from './rehearse.js';
import { stageOf } from './temporary.js';

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
  const run = (seed: number): Promise<Outcome> => rehearse(stageOf(server), { programme: demoProgramme('2026-11-24'), people: 9, seed, pace: Infinity, proposals: 3, report: () => undefined });

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
    expect(one.connections).toBe(9 + 9);
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

  it('starts from the organizer\'s desk as a marked copy, one at a time, is followed to its end and wiped; nobody else may', async () => {
    const fixture = dialogueFixture({ groups: 2, panels: 1 });
    await stageOf(server).create(fixture.create);
    const url = `http://127.0.0.1:${server.port}`;
    const [organizer, stranger] = [new LiveClient(url), new LiveClient(url)];
    await organizer.signIn(fixture.dialogueId, fixture.organizer.authKey);
    const path = `/api/dialogues/${fixture.dialogueId}/rehearsals`;
    const ask = async (what: string, body: object, by = organizer) => {
      const { status, body: answer } = await by.request('POST', `${path}/${what}`, body);
      return { status, ...(answer as { code?: string; path?: string; runs?: RehearsalRun[] }) };
    };
    const asked = { people: 4, seed: 3, pace: 'full' as const };
    expect(await ask('start', asked, stranger)).toMatchObject({ status: 404, code: 'request.not-found' });
    expect(await ask('start', { ...asked, people: 2 })).toMatchObject({ status: 400, path: 'people' });
    expect(await ask('start', asked)).toMatchObject({ status: 200, runs: [{ state: 'preparing', panels: 1 }] });
    expect(await ask('start', asked)).toMatchObject({ status: 409, code: 'rehearsal.running' });
    const runs = async (): Promise<RehearsalRun[]> => ((await organizer.request('GET', path)).body as { runs: RehearsalRun[] }).runs;
    let [run] = await runs();
    for (; run?.state === 'preparing' || run?.state === 'running'; [run] = await runs()) await new Promise((wait) => { setTimeout(wait, 200); });
    expect(run).toMatchObject({ ...asked, state: 'ended', closed: 1, faults: [], step: { kind: 'published' } });
    // an organizer, a moderator, a rapporteur and one participant of each group: ways to look on
    expect(run?.links.map(({ role }) => role)).toEqual(['organizer', 'moderator', 'rapporteur', 'participant', 'participant']);
    const { slug = '' } = run ?? {};
    const door = async () => (await fetch(`${url}/api/dialogues/by-slug/${slug}`)).json() as Promise<{ id?: string; rehearsal?: boolean; title?: object }>;
    const { id: copy } = await door();
    expect(await door()).toMatchObject({ rehearsal: true, title: fixture.create.setup.title });
    expect(await (await fetch(`${url}/api/dialogues/${copy}/resolutions/1.json`)).json()).toMatchObject({ rehearsal: true, panels: [{ title: fixture.panels[0]?.title }] });
    // and what is proposed there is about its panel, not about the demo's
    const { panels: [panel] } = await (await fetch(`${url}/api/dialogues/${copy}/resolutions/1.json`)).json() as { panels: Record<'recommendations' | 'notAdopted', { fields: { title: string } }[]>[] };
    const titles = [...panel?.recommendations ?? [], ...panel?.notAdopted ?? []].map(({ fields }) => fields.title);
    expect(titles).toHaveLength(5);
    for (const title of titles) expect(title).toMatch(/: (Панель|Panel) 1/u);
    // whoever is in it when it is wiped is let go, and reads that there is none
    const visitor = new LiveClient(url);
    await visitor.join(copy ?? '', 'observer');
    expect(await ask('wipe', { slug: 'demo' })).toMatchObject({ status: 404 });
    expect(await ask('wipe', { slug })).toMatchObject({ status: 200, runs: [] });
    expect(await door()).toMatchObject({ code: 'request.not-found' });
    expect((await fetch(`${url}/api/dialogues/${copy}/bundle.zip`)).status).toBe(404);
    for (let joined = true; joined;) joined = await visitor.resume().then(() => true, () => false);
    for (const client of [organizer, stranger, visitor]) client.close();
  }, 240_000);
});
