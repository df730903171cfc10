import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authKeyOf, parseCode, secretOf } from '@tegerek/ballot';
import type { Reply } from '@tegerek/contracts';
import { LiveClient } from '@tegerek/testkit';
import pg from 'pg';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

interface Installation {
  child: ChildProcess;
  url: string;
}

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
});

describe('killed in a burst', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-crash-'));
  // as root the database runs under another account, which must reach it
  chmodSync(dataDir, 0o711);
  let port: number;
  let running: Installation;
  let acknowledged: string[] = [];
  let dialogueId = '';
  const devices: LiveClient[] = [];

  async function start(): Promise<Installation> {
    const child = spawn(process.execPath, [MAIN], { env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: undefined, DEMO: 'on' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.includes('/p/demo')) resolve(`http://127.0.0.1:${port}`);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    return { child, url };
  }

  const killed = (child: ChildProcess): Promise<void> => new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

  /** Every seat asks for an act at once, over and over, until the server is gone; what was acknowledged is kept. */
  async function burst(kill: () => Promise<void>): Promise<void> {
    let isOver = false;
    const loops = devices.map(async (device) => {
      while (!isOver) {
        const id = randomUUID();
        const reply: Reply = await device.give('consent.set', { given: { photo: Math.random() < 0.5 } }, { id, space: dialogueId, over: 'http' }).catch(() => ({ ok: false, id, code: 'server.busy', now: 0 }) as Reply);
        if (reply.ok) acknowledged.push(id);
      }
    });
    const enough = acknowledged.length + 100;
    while (acknowledged.length < enough) await new Promise((resolve) => { setTimeout(resolve, 20); });
    await kill();
    isOver = true;
    await Promise.all(loops);
  }

  async function stored(): Promise<{ receipts: string[]; head: { seq: number; entries: number } }> {
    const connection = readFileSync(join(dataDir, 'postgres', 'pgdata-18', 'postmaster.pid'), 'utf8').split('\n');
    const client = new pg.Client({ host: '127.0.0.1', port: Number(connection[3]), user: 'tegerek', database: 'tegerek', password: readFileSync(join(dataDir, 'postgres', 'password'), 'utf8').trim() });
    await client.connect();
    const receipts = (await client.query<{ id: string }>(`SELECT id FROM log.receipt WHERE reply LIKE '{"ok":true%'`)).rows.map(({ id }) => id);
    const head = (await client.query<{ seq: string; entries: string }>('SELECT h.seq, (SELECT count(*) FROM log.entry e WHERE e.log_id = h.log_id) AS entries FROM log.head h WHERE h.log_id = $1', [dialogueId])).rows[0];
    const { rows: settings } = await client.query<{ fsync: string; commit: string }>(`SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`);
    await client.end();
    expect(settings).toEqual([{ fsync: 'on', commit: 'on' }]);
    return { receipts, head: { seq: Number(head?.seq), entries: Number(head?.entries) } };
  }

  beforeAll(async () => {
    port = await freePort();
    running = await start();
    const file = JSON.parse(readFileSync(join(dataDir, 'demo-links.json'), 'utf8')) as { links: { key: string; role: string; code: string }[] };
    const list = (await new LiveClient(running.url).request('GET', '/api/dialogues')).body as { id: string }[];
    dialogueId = list[0]?.id ?? '';
    for (const { code } of file.links.slice(0, 12)) {
      const device = new LiveClient(running.url);
      await device.signIn(dialogueId, authKeyOf(await secretOf(parseCode(code) ?? '', dialogueId), dialogueId));
      devices.push(device);
    }
  }, 120_000);

  afterAll(async () => {
    running.child.kill('SIGTERM');
    await new Promise((resolve) => { running.child.once('exit', resolve); });
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([['the node alone', false], ['node and Postgres', true]])('%s: every acknowledged id is there once, and nothing stands half', async (_, withPostgres) => {
    acknowledged = [];
    await burst(async () => {
      const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'pgdata-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
      await killed(running.child);
      if (withPostgres) process.kill(postmaster, 'SIGKILL');
    });
    running = await start();
    const { receipts, head } = await stored();
    const known = new Set(receipts);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
    expect(head.entries).toBe(head.seq);
    const again = await devices[0]?.give('consent.set', { given: { photo: true } }, { space: dialogueId, over: 'http' });
    expect(again?.ok).toBe(true);
  }, 120_000);
});
