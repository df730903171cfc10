import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newAdministratorLink } from '@tegerek/api/modules/people/index';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import type { DialogueFixture } from '@tegerek/testkit';
import { startWorld, type World } from '../world.js';

describe('floods of people who are not signed in', () => {
  let world: World;
  let dialogue: DialogueFixture;

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue({ seatsPerGroup: 2 });
  }, 120_000);
  afterAll(() => world.close());

  async function post(path: string, body: object | string, cookie = ''): Promise<{ status: number; body: Record<string, unknown>; cookie: string }> {
    const response = await fetch(`${world.url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: typeof body === 'string' ? body : JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  }
  const times = <T>(n: number, act: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, i) => act(i)));

  it('made-up links are told late that they are none; a right one overtakes them', async () => {
    const register = (token: string) => post('/api/commands/account.register', {
      id: randomUUID(), name: 'account.register', space: INSTANCE_SPACE, payload: { accountId: randomUUID(), token, name: 'Кто-то', login: `кто-то-${randomUUID().slice(0, 8)}`, password: 'достаточно длинный пароль' },
    });
    const token = await newAdministratorLink(world.server.database);
    const finished: string[] = [];
    const note = (what: string) => (answer: { status: number; body: Record<string, unknown> }) => { finished.push(`${what} ${answer.status} ${answer.body['ok'] === true ? 'ok' : (answer.body['code'] as string)}`); };
    await times(40, () => register(randomBytes(32).toString('base64url')));
    await Promise.all([...Array.from({ length: 20 }, () => register(randomBytes(32).toString('base64url')).then(note('none'))), register(token).then(note('right'))]);
    expect(finished[0]).toBe('right 200 ok');
    expect(new Set(finished.slice(1).map((one) => one.replace(/\d+ /u, '')))).toEqual(new Set(['none link.used']));
    expect((await register(token)).body).toMatchObject({ ok: false, code: 'link.used', path: 'token' });
  });

  it('a waiting screen keeps its code while others ask for 2,500; those wait', async () => {
    const page = await post('/api/screens', {});
    const answers: number[] = [];
    for (let i = 0; i < 25; i++) answers.push(...(await times(100, async () => (await post('/api/screens', {})).status)));
    expect(new Set(answers)).toEqual(new Set([200, 503]));
    expect((await post('/api/screens', {}, page.cookie)).body['code']).toBe(page.body['code']);
    const [{ n }] = (await world.server.database.query('SELECT count(*)::int AS n FROM projector.waiting')) as [{ n: number }];
    expect(n).toBe(answers.filter((status) => status === 200).length + 1);
    let later = await post('/api/screens', {});
    while (later.status === 503) later = await post('/api/screens', {});
    expect(later.body).toMatchObject({ code: expect.stringMatching(/^[2-9A-Z]{6}$/u) });
  });

  it('of 250 passwords at once some are checked, the rest are told to come again, and who is signed in acts meanwhile', async () => {
    const device = await world.device(dialogue.dialogueId, dialogue.moderator);
    const guesses = times(250, async (i) => post('/api/session/login', { login: `никто-${i}`, password: 'неверный пароль' }));
    expect((await device.give('consent.set', { given: { photo: true } }, { space: dialogue.dialogueId, over: 'http' })).ok).toBe(true);
    const answers = (await guesses).map(({ status, body }) => `${status} ${body['code'] as string}`);
    expect(new Set(answers)).toEqual(new Set(['401 login.wrong', '503 server.busy']));
    expect((await post('/api/session/login', { login: 'никто', password: 'неверный пароль' })).status).toBe(401);
  }, 60_000);

  it('a key that comes twice in a body is one thing to everybody: what is hashed, stored and done is what the last one says', async () => {
    const device = await world.device(dialogue.dialogueId, dialogue.moderator);
    const id = randomUUID();
    const [last, first] = [{ given: { recording: true } }, { given: { recording: false } }].map((payload) => `"payload":${JSON.stringify(payload)}`);
    const body = (payloads: string) => `{"id":"${id}","name":"consent.set","space":"${dialogue.dialogueId}",${payloads}}`;
    const send = (text: string) => post('/api/commands/consent.set', text, device.cookie);
    const done = await send(body(`${first ?? ''},${last ?? ''}`));
    expect(done.body).toMatchObject({ ok: true });
    expect((await send(body(last ?? ''))).body).toMatchObject({ ok: true, dup: true, seq: done.body['seq'] });
    expect((await send(body(first ?? ''))).body).toMatchObject({ code: 'request.id-reused' });
    const [{ consents }] = (await world.server.database.query('SELECT consents FROM people.seat WHERE id = $1', [dialogue.moderator.seatId])) as [{ consents: Record<string, unknown> }];
    expect(consents['recording']).toBe(true);
  });
});
