import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { isRunning } from './embedded-process.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try { return (await client.query<T>(sql)).rows; } finally { await client.end(); }
}

async function until(isDone: () => boolean): Promise<void> { while (!isDone()) await sleep(20); }

/** Another process that uses the data folder; resolves once it holds the server. */
async function startHolder(dataDir: string): Promise<{ url: string; reused: boolean; kill(): void; close(): Promise<void> }> {
  const program = fileURLToPath(new URL('./embedded-holder.js', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = new Promise<void>((done) => { child.once('close', () => { done(); }); });
  const line = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').once('data', done);
    child.once('exit', (code) => { fail(new Error(`the holder ended with ${code}`)); });
  });
  const said = JSON.parse(line) as { url: string; reused: boolean };
  return { ...said, kill: () => { child.kill('SIGKILL'); }, close: () => { child.stdin.end(); return closed; } };
}

describe('the embedded Postgres', () => {
  let dataDir = '';
  const open: EmbeddedPostgres[] = [];
  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir });
    open.push(server);
    return server;
  };
  const cluster = (): string => join(dataDir, 'postgres', 'pgdata-18');

  // the name lets the next run clear away what a killed one left (scripts/jest-postgres-setup.mjs)
  const makeFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), `tegerek-test-pg-${process.pid}-`));
    chmodSync(folder, 0o711);
    return folder;
  };
  let prepared = '';

  beforeAll(async () => {
    prepared = makeFolder();
    await (await startEmbeddedPostgres({ dataDir: prepared })).stop();
  });
  afterAll(() => { rmSync(prepared, { recursive: true, force: true }); });
  beforeEach(() => {
    dataDir = makeFolder();
    // a copy with its owner, in a tenth of the time that a new cluster takes
    execFileSync('cp', ['-a', join(prepared, 'postgres'), dataDir]);
  });
  afterEach(async () => {
    for (const server of open.splice(0)) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is durable, and keeps all rows over an orderly stop and a second start', async () => {
    const first = await start();
    const [settings] = await query(first.url, `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
      current_setting('full_page_writes') AS pages, current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone`);
    expect(settings).toEqual({ fsync: 'on', commit: 'on', pages: 'on', encoding: 'UTF8', zone: 'UTC' });
    await query(first.url, `CREATE TABLE note (body text); INSERT INTO note VALUES ('Кыргыз: ң ө ү')`);
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await query(second.url, 'SELECT body FROM note')).toEqual([{ body: 'Кыргыз: ң ө ү' }]);
  });

  it('loses no committed row when server and backends are killed, and starts again', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE note (id int)');
    for (let id = 1; id <= 20; id += 1) await query(first.url, `INSERT INTO note VALUES (${id})`);
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await query(second.url, 'SELECT count(*)::int AS n FROM note')).toEqual([{ n: 20 }]);
  });

  it('joins a running server, and the first to leave does not stop it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ reused: true, url: first.url, pid: first.pid });
    await first.stop();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isRunning(first.pid)).toBe(false);
  });

  it('makes one cluster when two processes start in a new folder at once', async () => {
    rmSync(join(dataDir, 'postgres'), { recursive: true });
    const [here, there] = await Promise.all([start(), startHolder(dataDir)]);
    expect(there.url).toBe(here.url);
    expect(here.reused).toBe(!there.reused);
    await here.stop();
    expect(await query(there.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await there.close();
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false);
  });

  it('is stopped by its watchdog when its only user is killed', async () => {
    const holder = await startHolder(dataDir);
    const pid = Number(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0]);
    expect(isRunning(pid)).toBe(true);
    holder.kill();
    await until(() => !isRunning(pid));
    await until(() => !existsSync(join(dataDir, 'postgres', 'watchdog')));
    expect((await start()).reused).toBe(false);
  });

  it.each([
    ['a number that is free', () => 4_194_303],
    ['a number that another program got', () => process.pid],
  ])('starts over a stale postmaster.pid with %s', async (_name, pid) => {
    writeFileSync(join(cluster(), 'postmaster.pid'), `${pid()}\n${cluster()}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    expect((await start()).reused).toBe(false);
  });

  it('starts over the lock of a process that died', async () => {
    const home = join(dataDir, 'postgres');
    writeFileSync(join(home, 'lock'), '4194303-1');
    expect((await start()).reused).toBe(false);
    expect(readdirSync(home)).not.toContain('lock');
  });

  it('never opens, deletes or passes over a cluster of another major version', async () => {
    const old = join(dataDir, 'postgres', 'pgdata-17');
    rmSync(cluster(), { recursive: true });
    mkdirSync(old);
    await expect(start()).rejects.toThrow(/pgdata-17 is of another PostgreSQL version than 18/);
    expect(existsSync(old)).toBe(true);
  });

  it('says which file is missing when the password was removed, and keeps the cluster', async () => {
    rmSync(join(dataDir, 'postgres', 'password'));
    await expect(start()).rejects.toThrow(/postgres\/password is missing/);
    expect(existsSync(join(cluster(), 'PG_VERSION'))).toBe(true);
  });

  it('finishes what a first start left half made', async () => {
    renameSync(cluster(), `${cluster()}.new`);
    rmSync(join(cluster() + '.new', 'PG_VERSION'));
    expect((await start()).reused).toBe(false);
    expect(existsSync(`${cluster()}.new`)).toBe(false);
  });
});
