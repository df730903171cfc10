import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reply } from '@tegerek/contracts';
import { LiveClient, type DialogueFixture } from '@tegerek/testkit';
import pg from 'pg';
import { patiently, startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';

interface Sent {
  by: LiveClient;
  id: string;
  photo: boolean;
  reply: Reply;
}

describe('a database that drops its connections (F-05, F-07)', () => {
  let world: World;
  let node: NodeProcess;
  let dialogue: DialogueFixture;
  let killer: pg.Client;
  const people: LiveClient[] = [];

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue({ seatsPerGroup: 20 });
    node = await startNodeProcess(world.databaseUrl);
    killer = new pg.Client({ connectionString: world.databaseUrl, application_name: 'adversary' });
    await killer.connect();
    for (const seat of dialogue.participants) {
      const person = new LiveClient(node.url);
      await person.signIn(dialogue.dialogueId, seat.authKey);
      people.push(person);
    }
    await people[0]?.join(dialogue.dialogueId);
  }, 120_000);
  afterAll(async () => {
    for (const person of people) person.close();
    await killer.end();
    await node.stop();
    await world.close();
  });

  /** Ends every backend of the server, the one that holds the lock of the log among them. */
  const endAll = async (): Promise<number> => (await killer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'adversary'`)).rowCount ?? 0;

  const consent = (person: LiveClient, id: string, photo = true): Promise<Reply> => person.give('consent.set', { given: { photo } }, { id, space: dialogue.dialogueId, over: 'http' });

  it('only refusals that may be sent again come, everything acknowledged is there once, and the pool heals by itself', async () => {
    const sent: Sent[] = [];
    const ended: number[] = [];
    let isOver = false;
    const kills = (async () => {
      for (let i = 0; i < 12; i++) {
        await new Promise((resolve) => { setTimeout(resolve, 120); });
        ended.push(await endAll());
      }
      isOver = true;
    })();
    await Promise.all(people.map(async (person) => {
      for (let i = 0; i < 25 && !isOver; i++) {
        const [id, photo] = [randomUUID(), i % 2 === 0];
        sent.push({ by: person, id, photo, reply: await consent(person, id, photo) });
      }
    }));
    await kills;
    expect(Math.max(...ended)).toBeGreaterThan(1);
    const refused = sent.filter(({ reply }) => !reply.ok);
    expect(refused.length).toBeGreaterThan(0);
    for (const { reply } of refused) expect(reply).toMatchObject({ ok: false, code: expect.stringMatching(/^(server\.busy|request\.too-many)$/u), retryAfterMs: expect.any(Number) });
    await settled(sent);
    expect(sent.filter(({ reply }) => !reply.ok)).toEqual([]);
    expect(node.isAlive()).toBe(true);
    expect(node.output()).not.toMatch(/UnhandledPromiseRejection|unhandledRejection|Unhandled 'error'/u);
  }, 120_000);

  /** What an outbox would do: every refused id again, until it is done; then the log is compared with what was promised. */
  async function settled(sent: readonly Sent[]): Promise<void> {
    for (const one of sent) if (!one.reply.ok) one.reply = await patiently(() => consent(one.by, one.id, one.photo));
    const acknowledged = sent.filter(({ reply }) => reply.ok);
    const stored = new Map((await killer.query<{ id: string; reply: string }>('SELECT id, reply FROM log.receipt WHERE id = ANY($1::uuid[])', [sent.map(({ id }) => id)])).rows.map((row) => [row.id, JSON.parse(row.reply) as Reply]));
    expect(acknowledged.filter(({ id }) => stored.get(id)?.ok !== true)).toEqual([]);
    const seqs = acknowledged.map(({ reply }) => ('seq' in reply ? reply.seq : 0));
    const { rows: [head] } = await killer.query<{ seq: string; n: string; top: string }>('SELECT h.seq, count(*) AS n, max(e.seq) AS top FROM log.head h JOIN log.entry e ON e.log_id = h.log_id WHERE h.log_id = $1 GROUP BY h.seq', [dialogue.dialogueId]);
    expect([Number(head?.n), Number(head?.top)]).toEqual([Number(head?.seq), Number(head?.seq)]);
    expect(Math.max(...seqs)).toBeLessThanOrEqual(Number(head?.seq));
  }

  it('afterwards every person is served, sessions hold, and a socket that was joined follows on', async () => {
    const replies = await Promise.all(people.slice(30).map((person) => consent(person, randomUUID())));
    expect(replies.filter((reply) => !reply.ok && reply.code !== 'request.too-many')).toEqual([]);
    const last = Math.max(...replies.map((reply) => ('seq' in reply ? reply.seq : 0)));
    await people[0]?.reach(last);
    expect(people[0]?.diverged).toBeUndefined();
  });

  it('the database away: readiness says so, liveness does not, reads and sign-ins are refusals that may be tried again', async () => {
    const { database } = killer;
    const admin = new pg.Client({ connectionString: world.databaseUrl.replace(/\/[^/]+$/u, '/postgres') });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${database ?? ''} ALLOW_CONNECTIONS false`);
    try {
      await endAll();
      const person = people[40] as LiveClient;
      expect((await person.request('GET', '/api/health/ready')).status).toBe(503);
      expect((await person.request('GET', '/api/health/live')).status).toBe(200);
      expect(await consent(person, randomUUID())).toMatchObject({ ok: false, code: 'server.busy', retryAfterMs: expect.any(Number) });
      for (const [method, path, body] of [['GET', '/api/session', undefined], ['POST', '/api/session/code', { dialogueId: dialogue.dialogueId, authKey: 'a'.repeat(64) }], ['GET', `/api/dialogues/${dialogue.dialogueId}/people?search=`, undefined]] as const) {
        const answer = await person.request(method, path, body);
        expect([path, answer.status, answer.body]).toEqual([path, 503, expect.objectContaining({ ok: false, code: 'server.busy', retryAfterMs: expect.any(Number) })]);
      }
    } finally {
      await admin.query(`ALTER DATABASE ${database ?? ''} ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    await people[0]?.until(() => node.isAlive(), 'the node lives');
    expect((await (people[41] as LiveClient).request('GET', '/api/health/ready')).status).toBe(200);
    expect((await consent(people[41] as LiveClient, randomUUID())).ok).toBe(true);
  }, 60_000);
});
