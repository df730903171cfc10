import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { backup } from '../commands/backup.js';
import { restore } from '../commands/restore.js';
import type { Io } from '../command.js';
import { readBackup } from './read-backup.js';
import { writeBackup } from './write-backup.js';

const CLUSTER = process.env['TEGEREK_TEST_PG'] ?? '';

async function run<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { return (await client.query<T>(sql)).rows; } finally { await client.end(); }
}

const SCHEMA = `
  CREATE SCHEMA log; CREATE SCHEMA "Odd Name"; CREATE TYPE log.grade AS ENUM ('consensus', 'majority', 'it''s none'); CREATE DOMAIN log.share AS numeric CHECK (VALUE BETWEEN 0 AND 1);
  CREATE TABLE log.head (id uuid PRIMARY KEY, epoch int NOT NULL DEFAULT 1, seq bigint NOT NULL DEFAULT 0);
  CREATE TABLE log.entry (log uuid NOT NULL REFERENCES log.head, seq bigint CHECK (seq > 0), body jsonb, hash bytea NOT NULL, at timestamptz DEFAULT now(), PRIMARY KEY (log, seq));
  CREATE TABLE "Odd Name"."Table" ("the id" serial PRIMARY KEY, "select" text COLLATE "C" UNIQUE, grades log.grade[] NOT NULL DEFAULT '{}', part log.share,
    size int GENERATED ALWAYS AS (length("select")) STORED, exact double precision, CONSTRAINT "no ""empty""" CHECK ("select" <> ''));
  CREATE TABLE counted (id int GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 3) PRIMARY KEY, gone int, kept text) WITH (fillfactor = 70);
  ALTER TABLE counted DROP COLUMN gone; CREATE SEQUENCE loose START 7; CREATE TABLE bare ();
  CREATE INDEX by_kept ON counted (lower(kept)) WHERE kept IS NOT NULL;
  CREATE FUNCTION log.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
  CREATE FUNCTION log.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'closed'; END $$;
  CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON log.entry FOR EACH ROW EXECUTE FUNCTION log.keep();`;
const ROWS = `
  INSERT INTO log.head VALUES ('00000000-0000-4000-8000-000000000001', 3, 2), ('00000000-0000-4000-8000-000000000002', 1, 0);
  INSERT INTO log.entry (log, seq, body, hash, at) VALUES ('00000000-0000-4000-8000-000000000001', 1, '{"q": "Суроо: ң ө ү", "n": null}', '\\x00ff0a5c', '2026-11-24 10:00:00.123456+06'),
    ('00000000-0000-4000-8000-000000000001', 2, NULL, '', 'infinity');
  INSERT INTO "Odd Name"."Table" ("select", grades, part, exact) VALUES (E'tab\\t back\\\\slash\\nline \\\\N', '{consensus,"it''s none"}', 0.25, 0.1), (NULL, '{}', NULL, 'NaN');
  INSERT INTO counted (kept) VALUES ('one'), ('two'), (NULL); SELECT nextval('loose'); SELECT nextval('loose');
  -- only now: rows that stand must come back although nothing may be inserted any more
  CREATE TRIGGER refuse BEFORE INSERT ON log.entry FOR EACH ROW EXECUTE FUNCTION log.refuse();`;
const CONTENT = `SELECT (SELECT json_agg(e ORDER BY seq) FROM log.entry e) AS entries, (SELECT json_agg(t ORDER BY "the id") FROM "Odd Name"."Table" t) AS odd,
  (SELECT json_agg(c ORDER BY id) FROM counted c) AS counted, (SELECT json_agg(h.seq ORDER BY id) FROM log.head h) AS heads`;

/** What apps/api exports; this package may not depend on it. */
interface ServerDatabase {
  readonly createDataSource: (url: string, rows: never[]) => { initialize(): Promise<unknown>; destroy(): Promise<void> };
  readonly migrate: (source: unknown) => Promise<string[]>;
}

describe('backup and restore', () => {
  let folder = '';
  const made: string[] = [];
  const quiet = (): void => undefined;

  async function database(): Promise<string> {
    const name = `backup_${randomBytes(6).toString('hex')}`;
    await run(CLUSTER, `CREATE DATABASE ${name}`);
    made.push(name);
    const url = new URL(CLUSTER);
    url.pathname = `/${name}`;
    return url.href;
  }
  const at = (name: string): string => join(folder, name);
  const write = (url: string, out = at('all.backup')): ReturnType<typeof writeBackup> => writeBackup({ url, dataDir: at('data'), out, say: quiet });
  const read = (url: string, archive = at('all.backup')): ReturnType<typeof readBackup> => readBackup({ url, dataDir: at('new'), archive, say: quiet });
  const tableCount = async (url: string): Promise<unknown> => run(url, `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname !~ '^pg_' AND schemaname <> 'information_schema'`);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `tegerek-test-pg-${process.pid}-`));
    mkdirSync(at('data/keys'), { recursive: true });
    mkdirSync(at('data/postgres'));
    writeFileSync(at('data/keys/signing.key'), randomBytes(32), { mode: 0o600 });
    writeFileSync(at('data/links.txt'), 'links', { mode: 0o600 });
    writeFileSync(at('data/postgres/password'), 'of this cluster only');
  });
  afterEach(async () => {
    for (const name of made.splice(0)) await run(CLUSTER, `DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings back schemas, types, sequences, generated columns, bytes, JSON, triggers and keys', async () => {
    const source = await database();
    await run(source, SCHEMA);
    await run(source, ROWS);
    expect(await write(source)).toMatchObject({ tables: 5, rows: 9, files: 2 });
    expect(statSync(at('all.backup')).mode & 0o777).toBe(0o600);
    const copy = await database();
    expect(await read(copy)).toEqual({ tables: 5, rows: 9, files: 2, epochs: 2 });
    expect(await run(copy, CONTENT)).toEqual(await run(source, CONTENT));
    expect(await run(copy, 'SELECT epoch FROM log.head ORDER BY id')).toEqual([{ epoch: 4 }, { epoch: 2 }]);
    await expect(run(copy, 'UPDATE log.entry SET body = NULL')).rejects.toThrow('append-only');
    await expect(run(copy, `INSERT INTO log.entry (log, seq, hash) VALUES ('00000000-0000-4000-8000-000000000009', 1, '')`)).rejects.toThrow('closed');
    expect(await run(copy, `INSERT INTO counted (kept) VALUES ('next') RETURNING id`)).toEqual([{ id: 14 }]);
    expect(await run(copy, `INSERT INTO "Odd Name"."Table" ("select") VALUES ('four') RETURNING "the id" AS id, size`)).toEqual([{ id: 3, size: 4 }]);
    expect(await run(copy, `SELECT nextval('loose')::int AS n`)).toEqual([{ n: 9 }]);
    expect(readFileSync(at('new/keys/signing.key'))).toEqual(readFileSync(at('data/keys/signing.key')));
    expect(statSync(at('new/keys/signing.key')).mode & 0o777).toBe(0o600);
    expect(existsSync(at('new/postgres'))).toBe(false);
  });

  it('carries more rows than fit into one part, as they were at one moment', async () => {
    const source = await database();
    await run(source, `CREATE TABLE chunk (id int PRIMARY KEY, bytes bytea); INSERT INTO chunk SELECT n, convert_to(repeat(md5(n::text), 3000), 'UTF8') FROM generate_series(1, 120) n`);
    const writing = write(source);
    await run(source, 'INSERT INTO chunk SELECT n, NULL FROM generate_series(121, 130) n');
    const { rows } = await writing;
    expect([120, 130]).toContain(rows);
    const copy = await database();
    await read(copy);
    const sum = `SELECT count(*)::int AS n, md5(string_agg(md5(coalesce(bytes, '')), '' ORDER BY id)) AS sum FROM chunk WHERE id <= ${rows}`;
    expect(await run(copy, sum)).toEqual(await run(source, sum));
  });

  it('refuses a database that holds something, and a data folder with other keys, and changes neither', async () => {
    const source = await database();
    await run(source, SCHEMA);
    await write(source);
    const full = await database();
    await run(full, 'CREATE TABLE mine (id int)');
    await expect(read(full)).rejects.toThrow('the database is not empty (it has public.mine)');
    expect(await tableCount(full)).toEqual([{ n: 1 }]);
    const copy = await database();
    mkdirSync(at('new'));
    writeFileSync(at('new/links.txt'), 'others');
    await expect(read(copy)).rejects.toThrow(/links\.txt exists and differs/);
    expect(await tableCount(copy)).toEqual([{ n: 0 }]);
    expect(readdirSync(at('new'))).toEqual(['links.txt']);
  });

  it('refuses an archive that is cut, altered or no archive, and restores nothing', async () => {
    const source = await database();
    await run(source, SCHEMA);
    await run(source, ROWS);
    await write(source);
    const copy = await database();
    const whole = readFileSync(at('all.backup'));
    const tar = gunzipSync(whole);
    const altered = Buffer.from(tar);
    altered[altered.indexOf('Суроо')] = 0xd0 ^ 1;
    const bad: [name: string, content: Buffer][] = [
      ['cut', whole.subarray(0, whole.length - 40)], ['half', gzipSync(tar.subarray(0, tar.length / 2))], ['altered', gzipSync(altered)],
      ['text', Buffer.from('no archive')], ['empty', Buffer.alloc(0)],
    ];
    for (const [name, content] of bad) {
      writeFileSync(at(name), content);
      await expect(read(copy, at(name))).rejects.toThrow(/not a (whole )?Tegerek backup|archive is (damaged|cut off)|invalid byte sequence/);
      expect(await tableCount(copy)).toEqual([{ n: 0 }]);
    }
    expect(existsSync(at('new'))).toBe(false);
    await read(copy);
  });

  it('names what it cannot carry instead of leaving it out, and leaves no archive', async () => {
    const source = await database();
    await run(source, 'CREATE TABLE base (id int); CREATE VIEW seen AS SELECT id FROM base');
    await expect(write(source)).rejects.toThrow('the database holds what a backup cannot carry: relation public.seen');
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it('brings back the server’s own schema', async () => {
    const folderOfDist = fileURLToPath(new URL('../../../../apps/api/dist/platform/db/', import.meta.url));
    const { createDataSource, migrate } = await import(pathToFileURL(join(folderOfDist, 'database.js')).href) as ServerDatabase;
    const source = await database();
    const connection = createDataSource(source, []);
    await connection.initialize();
    expect((await migrate(connection)).length).toBeGreaterThan(0);
    await connection.destroy();
    const { tables } = await write(source);
    const copy = await database();
    expect(await read(copy)).toMatchObject({ tables, epochs: 1 });
    const again = createDataSource(copy, []);
    await again.initialize();
    expect(await migrate(again)).toEqual([]);
    await again.destroy();
  });

  it('works as commands on an embedded installation: stopped, with no server of its own left behind', async () => {
    const lines: string[] = [];
    const io: Io = { cwd: folder, out: (text) => { lines.push(text); }, err: (text) => { lines.push(text); } };
    chmodSync(folder, 0o711);
    const before = { ...process.env };
    delete process.env['DATABASE_URL'];
    try {
      process.env['DATA_DIR'] = 'none';
      expect(await backup.run(['one.backup'], io)).toBe(1);
      expect(lines.join('')).toContain('no installation in');
      const source = await database();
      await run(source, SCHEMA);
      process.env['DATABASE_URL'] = source;
      expect(await backup.run(['one.backup'], io)).toBe(0);
      expect(await backup.run(['one.backup'], io)).toBe(2);
      delete process.env['DATABASE_URL'];
      process.env['DATA_DIR'] = 'fresh';
      expect(await restore.run(['one.backup'], io)).toBe(0);
      expect(await restore.run(['one.backup'], io)).toBe(1);
      expect(await backup.run(['two.backup'], io)).toBe(0);
      expect(lines.join('')).toContain('the database is not empty');
      expect(readdirSync(join(folder, 'fresh', 'postgres', 'users'))).toEqual([]);
      expect(await restore.run(['no.backup'], io)).toBe(2);
    } finally { process.env = before; }
  });
});
