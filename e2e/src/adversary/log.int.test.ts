import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newAdministratorLink } from '@tegerek/api/modules/people/index';
import { INSTANCE_SPACE, type Reply } from '@tegerek/contracts';
import { LiveClient, type DialogueFixture } from '@tegerek/testkit';
import pg from 'pg';
import { accepted, startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';

describe('the log and what must never be in it', () => {
  let world: World;
  let node: NodeProcess;
  let dialogue: DialogueFixture & { organizerDevice: LiveClient };
  let panelId: string;
  let rapporteur: LiveClient;

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    panelId = dialogue.panels[0]?.id ?? '';
    node = await startNodeProcess(world.databaseUrl);
    rapporteur = new LiveClient(node.url);
    await rapporteur.signIn(dialogue.dialogueId, dialogue.rapporteur.authKey);
    await rapporteur.join(dialogue.dialogueId);
  });
  afterAll(async () => {
    rapporteur.close();
    await node.stop();
    await world.close();
  });

  /** Every row of every table, as text. */
  async function allRows(): Promise<string> {
    const query = (sql: string) => world.server.database.query(sql) as Promise<Record<string, string>[]>;
    const tables = await query(`SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`);
    expect(tables.length).toBeGreaterThan(15);
    const rows: string[] = [];
    for (const { name } of tables) rows.push(...(await query(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row ?? ''));
    return rows.join('\n');
  }

  it('no password, token, code key or cookie stands in a row, a receipt, a reply or a line of the log of the server', async () => {
    const [password, wrongPassword, wrongKey, token] = [`верный-${randomUUID()}`, `неверный-${randomUUID()}`, randomBytes(32).toString('hex'), await newAdministratorLink(world.server.database)];
    const client = new LiveClient(node.url);
    const login = `canary-${randomUUID().slice(0, 8)}`;
    const [accountId, id] = [randomUUID(), randomUUID()];
    const register = (given: { token: string; password: string }, as = id) => client.give('account.register', { accountId, ...given, name: 'Имя', login }, { id: as, space: INSTANCE_SPACE, over: 'http' });
    const replies: Reply[] = [await register({ token: 't'.repeat(43), password: wrongPassword }, randomUUID()), await register({ token, password }), await register({ token, password }), await register({ token, password: wrongPassword }, randomUUID())];
    expect(replies.map((reply) => reply.ok)).toEqual([false, true, true, false]);
    const said: string[] = [JSON.stringify(replies)];
    for (const given of [wrongPassword, password]) said.push(JSON.stringify((await client.request('POST', '/api/session/login', { login, password: given })).body));
    said.push(JSON.stringify((await client.request('POST', '/api/session/code', { dialogueId: dialogue.dialogueId, authKey: wrongKey })).body));
    await client.signIn(dialogue.dialogueId, dialogue.participants[0]?.authKey ?? '');
    // broken bodies that hold secrets, and faults while a secret is on its way
    await client.request('POST', '/api/session/login', `{"login":"${login}","password":"${password}"`);
    await client.request('POST', '/api/session/login', { login, password, more: password });
    const [killed] = await Promise.all([register({ token, password }, randomUUID()).catch(() => undefined), endConnections(world.databaseUrl)]);
    if (killed) said.push(JSON.stringify(killed));
    const rows = await allRows();
    for (const secret of [password, wrongPassword, wrongKey, token, dialogue.participants[0]?.authKey ?? '', (client.cookie ?? '').slice('tegerek_sid='.length), (rapporteur.cookie ?? '').slice('tegerek_sid='.length)]) {
      expect(secret.length).toBeGreaterThan(20);
      for (const text of [rows, node.output(), said.join('\n')]) expect(text.includes(secret)).toBe(false);
    }
  });

  it('no name of a person is in what the server writes', () => {
    for (const seat of [dialogue.organizer, ...dialogue.participants]) expect(node.output()).not.toContain(seat.setup.name);
  });

  it('L-01: the log takes no change, no deletion and no forged entry, even from the owner', async () => {
    const query = (sql: string) => world.server.database.query(sql);
    for (const sql of ['UPDATE log.entry SET seq = seq', 'DELETE FROM log.entry', 'TRUNCATE log.entry CASCADE', 'DELETE FROM log.payload', 'TRUNCATE log.payload', `UPDATE log.payload SET body = '{}'`, `UPDATE log.payload SET salt = repeat('0', 64)`]) await expect(query(sql)).rejects.toThrow(/append-only|only be erased|cannot truncate/u);
    // L-06: a right hash over another chain, a gap, a doubled number
    const [last] = (await query('SELECT log_id, seq, hash, canon FROM log.entry ORDER BY seq DESC LIMIT 1')) as { log_id: string; seq: number; hash: string; canon: string }[];
    const insert = (seq: number, prev: string, hash: string) => world.server.database.query('INSERT INTO log.entry (log_id, seq, prev, hash, canon) VALUES ($1, $2, $3, $4, $5)', [last?.log_id, seq, prev, hash, last?.canon]);
    await expect(insert((last?.seq ?? 0) + 1, last?.hash ?? '', 'f'.repeat(64))).rejects.toThrow(/hash wrong|header wrong|chain broken/u);
    await expect(insert((last?.seq ?? 0) + 1, '0'.repeat(64), last?.hash ?? '')).rejects.toThrow(/hash wrong|header wrong|chain broken/u);
    await expect(insert((last?.seq ?? 0) + 5, last?.hash ?? '', last?.hash ?? '')).rejects.toThrow(/hash wrong|header wrong|chain broken/u);
    await expect(insert(last?.seq ?? 0, last?.hash ?? '', last?.hash ?? '')).rejects.toThrow(/hash wrong|header wrong|chain broken|duplicate key/u);
  });

  const raw = async (over: 'socket' | 'http', body: string): Promise<{ ok: boolean; code?: string }> => {
    if (over === 'socket') return (await rapporteur.send(JSON.parse(body), 'socket')) as { ok: boolean };
    return (await rapporteur.request('POST', '/api/commands/minutes.add', body)).body as { ok: boolean };
  };
  const minutes = (text: string, more = ''): string => `{"id":"${randomUUID()}","name":"minutes.add","space":"${dialogue.dialogueId}","payload":{"entryId":"${randomUUID()}","panelId":"${panelId}","text":${text}${more}}}`;

  it.each([['a lone surrogate', minutesText('"\\ud800"')], ['U+0000', minutesText('"a\\u0000b"')], ['2^53 + 1', minutesText('9007199254740993')], ['depth 9', minutesText('[[[[[[[[[[]]]]]]]]]]')], ['a member more', minutesText('"x","more":1')], ['a prototype more', minutesText('"x","constructor":{"prototype":1}')]])(
    'L-09: %s is refused at the door, over both transports', async (_, make) => {
      for (const over of ['socket', 'http'] as const) expect(await raw(over, make(minutes))).toMatchObject({ ok: false, code: expect.stringMatching(/^request\.(invalid|too-deep)$/u) });
    });

  it('LIVE-7: an id in capitals is no other id, nor is a space: they are refused', async () => {
    const before = await head();
    const envelope = JSON.parse(minutes('"Запись"')) as { id: string; space: string };
    expect(await raw('http', JSON.stringify(envelope))).toMatchObject({ ok: true });
    for (const over of ['socket', 'http'] as const) {
      for (const odd of [{ ...envelope, id: envelope.id.toUpperCase() }, { ...envelope, id: randomUUID(), space: envelope.space.toUpperCase() }, { ...envelope, id: `{${envelope.id}}` }, { ...envelope, id: `urn:uuid:${envelope.id}` }]) {
        expect(await raw(over, JSON.stringify(odd))).toMatchObject({ ok: false, code: 'request.invalid' });
      }
      expect(await raw(over, JSON.stringify(envelope))).toMatchObject({ ok: true, dup: true });
    }
    expect(await head()).toBe(before + 1);
  });

  const head = async (): Promise<number> => ((await world.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [dialogue.dialogueId])) as { seq: number }[])[0]?.seq ?? 0;

  it('acting under a name that the payload brings along changes nothing (Z-11, Z-12)', async () => {
    for (const extra of [{ seatId: dialogue.organizer.seatId }, { actor: { kind: 'system' } }, { role: 'organizer' }, { at: 1 }]) {
      const envelope = { id: randomUUID(), name: 'consent.set', space: dialogue.dialogueId, payload: { given: { photo: true } } };
      expect(await rapporteur.send({ ...envelope, ...extra }, 'http')).toMatchObject({ ok: false, code: 'request.invalid' });
      expect(await rapporteur.send({ ...envelope, payload: { ...envelope.payload, ...extra } }, 'http')).toMatchObject({ ok: false, code: 'request.invalid' });
    }
    expect(await rapporteur.send({ id: randomUUID(), name: 'vote.finish', space: dialogue.dialogueId, payload: { voteId: randomUUID() } }, 'socket')).toMatchObject({ ok: false, code: 'request.not-found' });
    expect(accepted(await rapporteur.give('consent.set', { given: { photo: true } })).ok).toBe(true);
  });
});

function minutesText(text: string) {
  return (minutes: (text: string) => string): string => minutes(text);
}

/** Ends every connection of the server to this database. */
async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'adversary' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await client.end();
}
