import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authKeyOf, parseCode, secretOf } from '@tegerek/ballot';
import type { Reply } from '@tegerek/contracts';
import { LiveClient, type FixtureSeat } from '@tegerek/testkit';
import pg from 'pg';
import { patiently, startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';

/** A small disk of memory; `null` and the reason where this machine gives none (not root, or no right to mount). */
function smallDisk(folder: string, megabytes: number): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch (error) {
    process.stdout.write(`full disk: no tmpfs can be mounted here, so no real disk is filled (${error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : ''})\n`);
    return null;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tegerek-full-'));
chmodSync(folder, 0o711);
const disk = smallDisk(folder, 220);

// the database's own word for a full disk, on every machine; a disk that is really full where one can be made
if (disk !== null) describe('a full disk (F-08)', () => {
  let node: NodeProcess;
  let dialogueId = '';
  const people: LiveClient[] = [];
  const ballast = join(folder, 'ballast');

  beforeAll(async () => {
    node = await startNodeProcess(undefined, { DATA_DIR: folder, DEMO: 'on' });
    await node.says('/p/demo');
    const { links } = JSON.parse(readFileSync(join(folder, 'demo-links.json'), 'utf8')) as { links: { code: string }[] };
    dialogueId = ((await new LiveClient(node.url).request('GET', '/api/dialogues')).body as { id: string }[])[0]?.id ?? '';
    for (const { code } of links.slice(0, 24)) {
      const person = new LiveClient(node.url);
      await person.signIn(dialogueId, authKeyOf(await secretOf(parseCode(code) ?? '', dialogueId), dialogueId));
      people.push(person);
    }
  }, 180_000);
  afterAll(async () => {
    await node.stop();
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const act = (i: number, id: string): Promise<Reply> => (people[i % people.length] as LiveClient).give('consent.set', { given: { photo: i % 2 === 0 } }, { id, space: dialogueId, over: 'http' })
    // a connection that was idle while this process filled the disk may be gone: an outbox sends again
    .catch(() => ({ ok: false, id, code: 'server.busy', now: 0, retryAfterMs: 100 }) as Reply);

  /** Takes all that is left but `kilobytes`. */
  function fill(kilobytes: number): void {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1_024), 1));
  }

  it('is said to who acts, loses nothing that was acknowledged, and heals by itself when there is room', async () => {
    const acknowledged: string[] = [];
    const refused: { i: number; id: string; code: string; retryAfterMs: number | undefined }[] = [];
    fill(64);
    for (let round = 0; round < 30 && !refused.some(({ code }) => code === 'server.full'); round++) {
      await Promise.all(people.map(async (_, at) => {
        const [i, id] = [round * people.length + at, randomUUID()];
        const reply = await act(i, id);
        if (reply.ok) acknowledged.push(id);
        else refused.push({ i, id, code: reply.code, retryAfterMs: 'retryAfterMs' in reply ? reply.retryAfterMs : undefined });
      }));
      fill(0);
    }
    expect(refused.map(({ code }) => code)).toContain('server.full');
    for (const { code, retryAfterMs } of refused) expect([code, retryAfterMs]).toEqual([expect.stringMatching(/^(server\.full|server\.busy|request\.too-many)$/u), expect.any(Number)]);
    rmSync(ballast);
    for (const { i, id } of refused) {
      const reply = await patiently(() => act(i, id));
      expect(reply.ok).toBe(true);
      acknowledged.push(id);
    }
    expect(await stored(acknowledged)).toBe(acknowledged.length);
    expect(node.isAlive()).toBe(true);
  }, 180_000);

  /** How many of these receipts stand, and that the log is whole. */
  async function stored(ids: readonly string[]): Promise<number> {
    const lines = readFileSync(join(folder, 'postgres', 'pgdata-18', 'postmaster.pid'), 'utf8').split('\n');
    const client = new pg.Client({ host: '127.0.0.1', port: Number(lines[3]), user: 'tegerek', database: 'tegerek', password: readFileSync(join(folder, 'postgres', 'password'), 'utf8').trim() });
    await client.connect();
    const { rows: [log] } = await client.query<{ whole: boolean }>('SELECT bool_and(h.seq = (SELECT count(*) FROM log.entry e WHERE e.log_id = h.log_id)) AS whole FROM log.head h');
    const { rowCount } = await client.query(`SELECT 1 FROM log.receipt WHERE id = ANY($1::uuid[]) AND reply LIKE '{"ok":true%'`, [ids]);
    await client.end();
    expect(log?.whole).toBe(true);
    return rowCount ?? 0;
  }
});

describe('a database that has no room (53100)', () => {
  let world: World;
  beforeAll(async () => { world = await startWorld(); });
  afterAll(() => world.close());

  it('is said with when to try again, leaves nothing behind, and the same act is done once there is room', async () => {
    const { dialogueId: space, participants } = await world.dialogue();
    const person = await world.device(space, participants[0] as FixtureSeat);
    const query = async <T>(sql: string): Promise<T[]> => (await world.server.database.query(sql)) as T[];
    const count = async () => (await query<{ n: number }>('SELECT count(*) AS n FROM log.entry'))[0]?.n;
    const before = await count();
    await query(`CREATE FUNCTION log.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$`);
    await query('CREATE TRIGGER no_room BEFORE INSERT ON log.entry FOR EACH ROW EXECUTE FUNCTION log.no_room()');
    const id = randomUUID();
    const act = () => person.give('consent.set', { given: { photo: true } }, { id, space, over: 'http' });
    expect(await act()).toMatchObject({ ok: false, code: 'server.full', retryAfterMs: 1_000 });
    expect(await count()).toBe(before);
    expect(await query(`SELECT 1 FROM log.receipt WHERE id = '${id}'`)).toEqual([]);
    await query('DROP TRIGGER no_room ON log.entry');
    const done = await act();
    expect(done).toMatchObject({ ok: true });
    expect(done).not.toHaveProperty('dup');
    expect(await act()).toMatchObject({ ok: true, dup: true });
  });
});
