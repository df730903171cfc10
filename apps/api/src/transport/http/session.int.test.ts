import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authKeyHash, authKeyOf, parseCode, secretOf } from '@tegerek/ballot';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { newAdministratorLink } from '../../modules/people/index.js';
import { tokenHash } from '../../platform/sessions/secrets.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

interface Answer {
  status: number;
  body: Record<string, unknown>;
  cookie: string;
  setCookie: string;
}

async function call(method: string, path: string, body?: unknown, cookie = ''): Promise<Answer> {
  const response = await fetch(`${day.url}${path}`, { method, headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const setCookie = response.headers.get('set-cookie') ?? '';
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, setCookie, cookie: setCookie.split(';')[0] || cookie };
}

async function keyOf(person: string): Promise<string> {
  const code = parseCode(day.demo.links.find((link) => link.key === person)?.code ?? '');
  if (code === null) throw new Error(`no code of ${person}`);
  return authKeyOf(await secretOf(code, day.space), day.space);
}

const open = async (person: string, cookie = '') => call('POST', '/api/session/code', { dialogueId: day.space, authKey: await keyOf(person) }, cookie);
const give = (name: string, payload: unknown, cookie: string, space = day.space) => call('POST', `/api/commands/${name}`, { id: randomUUID(), space, payload }, cookie);

async function account(login: string): Promise<string> {
  const token = await newAdministratorLink(day.server.database);
  const made = await give('account.register', { accountId: randomUUID(), token, name: 'Администратор', login, password: 'длинный пароль' }, '', INSTANCE_SPACE);
  expect(made.body).toMatchObject({ ok: true });
  return (await call('POST', '/api/session/login', { login, password: 'длинный пароль' })).cookie;
}

describe('a personal code', () => {
  it('opens the seat with a cookie that scripts cannot read and plain http keeps', async () => {
    const opened = await open('cso-1');
    expect(opened).toMatchObject({ status: 200, body: { ok: true, seatId: day.id('cso-1') } });
    expect(opened.setCookie).toMatch(/^tegerek_sid=[\w-]{43}; .*HttpOnly; SameSite=Lax$/u);
    expect((await call('GET', '/api/session', undefined, opened.cookie)).body).toMatchObject({ seats: [{ dialogueId: day.space, seatId: day.id('cso-1'), slug: 'demo' }] });
  });

  it('gives a Secure cookie to who came by https to the proxy', async () => {
    const response = await fetch(`${day.url}/api/session/code`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' }, body: JSON.stringify({ dialogueId: day.space, authKey: await keyOf('government-3') }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/; Secure;/u);
  });

  it('opens it again on another device, and another seat replaces it on the same one', async () => {
    const first = await open('cso-2');
    expect((await open('cso-2')).body).toMatchObject({ seatId: day.id('cso-2') });
    const second = await open('cso-3', first.cookie);
    expect((await call('GET', '/api/session', undefined, second.cookie)).body).toMatchObject({ seats: [{ seatId: day.id('cso-3') }] });
    // Z-20: whoever knew the token before knows nothing now
    expect((await call('GET', '/api/session', undefined, first.cookie)).body).toEqual({ seats: [] });
  });

  it.each([
    ['unknown', () => day.space, 401, 'code.wrong'],
    ['of another dialogue', () => randomUUID(), 401, 'code.wrong'],
  ])('%s is refused alike', async (_name, dialogueId, status, code) => {
    expect(await call('POST', '/api/session/code', { dialogueId: dialogueId(), authKey: randomBytes(32).toString('hex') })).toMatchObject({ status, body: { ok: false, code, path: 'code' }, setCookie: '' });
  });

  it.each([
    [{}, 'request.invalid'], [{ dialogueId: 'x', authKey: 'y' }, 'request.invalid'], [{ dialogueId: randomUUID(), authKey: 'y' }, 'code.malformed'],
    [{ dialogueId: randomUUID(), authKey: '\u0000' }, 'code.malformed'], [[], 'request.invalid'], [{ dialogueId: randomUUID(), authKey: 'a'.repeat(64), more: 1 }, 'request.invalid'],
  ])('malformed %j is a refusal, never a fault', async (body, code) => {
    expect(await call('POST', '/api/session/code', body)).toMatchObject({ status: 400, body: { ok: false, code } });
  });

  it('ends everywhere when it is re-issued, and so does the session; the new one opens', async () => {
    const before = await open('business-1');
    const authKey = randomBytes(32).toString('hex');
    expect(answer(await day.give('organizer', 'seat.reissue', { codes: [{ seatId: day.id('business-1'), authKeyHash: authKeyHash(authKey) }] }))).toBe('ok');
    expect((await call('GET', '/api/session', undefined, before.cookie)).body).toEqual({ seats: [] });
    expect((await give('seat.join', {}, before.cookie)).body).toMatchObject({ ok: false, code: 'request.not-found' });
    // who holds the old badge is told, and not whose it was; a stranger cannot hold it
    expect(await open('business-1')).toMatchObject({ status: 403, body: { ok: false, code: 'code.replaced', path: 'code' } });
    expect(JSON.stringify((await open('business-1')).body)).not.toContain(day.id('business-1'));
    expect(await call('POST', '/api/session/code', { dialogueId: day.space, authKey })).toMatchObject({ status: 200, body: { seatId: day.id('business-1') } });
  });

  it('many end together or none: a seat that is revoked, a code twice and one that was replaced refuse all', async () => {
    const [first, second] = [day.id('cso-3'), day.id('cso-4')];
    const [one, two, three] = [1, 2, 3].map(() => randomBytes(32).toString('hex')) as [string, string, string];
    const reissue = async (codes: { seatId: string; authKey: string }[]) => answer(await day.give('organizer', 'seat.reissue', { codes: codes.map(({ seatId, authKey }) => ({ seatId, authKeyHash: authKeyHash(authKey) })) }));
    const opens = async (authKey: string) => (await call('POST', '/api/session/code', { dialogueId: day.space, authKey })).body as { code?: string; seatId?: string };
    expect(await reissue([{ seatId: first, authKey: one }, { seatId: second, authKey: two }])).toBe('ok');
    expect([await opens(one), await opens(two)]).toMatchObject([{ seatId: first }, { seatId: second }]);
    for (const codes of [[{ seatId: first, authKey: three }, { seatId: second, authKey: three }], [{ seatId: first, authKey: three }, { seatId: second, authKey: one }], [{ seatId: first, authKey: three }, { seatId: first, authKey: two }]]) expect(await reissue(codes)).toBe('request.invalid');
    expect(await reissue([{ seatId: first, authKey: three }, { seatId: randomUUID(), authKey: two }])).toBe('request.not-found');
    expect([await opens(one), await opens(two)]).toMatchObject([{ seatId: first }, { seatId: second }]);
    expect(await reissue([{ seatId: first, authKey: three }])).toBe('ok');
    // a code that was replaced does not come back
    expect(await reissue([{ seatId: first, authKey: one }])).toBe('request.invalid');
    expect(await opens(one)).toMatchObject({ code: 'code.replaced' });
    expect(answer(await day.give('organizer', 'seat.revoke', { seatId: first, reason: 'не приедет' }))).toBe('ok');
    expect(await opens(one)).toMatchObject({ code: 'code.revoked' });
    expect(answer(await day.give('organizer', 'person.erase', { seatId: second, reason: 'просит' }))).toBe('ok');
    expect(await opens(two)).toMatchObject({ code: 'code.wrong' });
  });

  it('ends when the seat is revoked, and cannot come back', async () => {
    const before = await open('business-2');
    expect(answer(await day.give('organizer', 'seat.revoke', { seatId: day.id('business-2'), reason: 'не приедет' }))).toBe('ok');
    // who holds the badge is told; a stranger cannot hold it
    expect(await open('business-2')).toMatchObject({ status: 403, body: { code: 'code.revoked', path: 'code' } });
    expect((await give('seat.join', {}, before.cookie)).body).toMatchObject({ code: 'request.not-found' });
    expect(answer(await day.give('organizer', 'seat.reissue', { codes: [{ seatId: day.id('business-2'), authKeyHash: 'a'.repeat(64) }] }))).toBe('seat.revoked');
    expect(answer(await day.give('organizer', 'seat.revoke', { seatId: day.id('business-2'), reason: 'ещё раз' }))).toBe('seat.revoked');
  });

  it('is never delayed by the failures of others', async () => {
    const failures = Promise.all(Array.from({ length: 35 }, () => call('POST', '/api/session/code', { dialogueId: day.space, authKey: randomBytes(32).toString('hex') })));
    expect((await open('government-1')).status).toBe(200);
    expect(new Set((await failures).map(({ status }) => status))).toEqual(new Set([401]));
  });
});

describe('an account', () => {
  it('is made by a link that works once, and signs in whatever the case of the login', async () => {
    const token = await newAdministratorLink(day.server.database);
    const register = (login: string, password: string, given = token) => give('account.register', { accountId: randomUUID(), token: given, name: 'Имя', login, password }, '', INSTANCE_SPACE);
    expect((await register('first', 'короткий')).body).toMatchObject({ code: 'password.too-short', path: 'password', details: { min: 10 } });
    expect((await register('First', 'длинный пароль')).body).toMatchObject({ ok: true });
    expect((await register('other', 'длинный пароль')).body).toMatchObject({ code: 'link.used' });
    expect((await register('other', 'длинный пароль', 'x'.repeat(20))).body).toMatchObject({ code: 'link.used' });
    const next = await newAdministratorLink(day.server.database);
    expect((await register('FIRST', 'длинный пароль', next)).body).toMatchObject({ code: 'login.taken', path: 'login' });
    expect(await call('POST', '/api/session/login', { login: ' fIRST ', password: 'длинный пароль' })).toMatchObject({ status: 200 });
    for (const [login, password] of [['first', 'другой пароль'], ['nobody', 'длинный пароль']]) {
      expect(await call('POST', '/api/session/login', { login, password })).toMatchObject({ status: 401, body: { code: 'login.wrong' }, setCookie: '' });
    }
    expect(await call('POST', '/api/session/login', { login: '\u0000', password: 'x' })).toMatchObject({ status: 400 });
  });

  it('can be made anew from the command line of the machine', async () => {
    const cli = fileURLToPath(new URL('../../../../../packages/cli/dist/main.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'organizer-link'], { env: { DATABASE_URL: day.databaseUrl, PUBLIC_URL: 'https://dialogue.example/' } });
    const [, token] = /^https:\/\/dialogue\.example\/organizer#([\w-]{43})\n$/u.exec(stdout) ?? [];
    expect((await give('account.register', { accountId: randomUUID(), token, name: 'Имя', login: 'from-cli', password: 'длинный пароль' }, '', INSTANCE_SPACE)).body).toMatchObject({ ok: true });
  });

  it('invites an organizer, who is no administrator', async () => {
    const admin = await account('inviter');
    const token = randomBytes(20).toString('hex');
    const invite = (hash: string, cookie = admin) => give('account.invite', { invitationId: randomUUID(), tokenHash: hash }, cookie, INSTANCE_SPACE);
    expect((await invite(tokenHash(token))).body).toMatchObject({ ok: true });
    expect((await invite(tokenHash(token))).body).toMatchObject({ code: 'request.invalid', path: 'tokenHash' });
    await give('account.register', { accountId: randomUUID(), token, name: 'Организатор', login: 'invited', password: 'длинный пароль' }, '', INSTANCE_SPACE);
    const invited = await call('POST', '/api/session/login', { login: 'invited', password: 'длинный пароль' });
    expect((await call('GET', '/api/session', undefined, invited.cookie)).body).toMatchObject({ account: { login: 'invited', administrator: false } });
    expect((await invite('b'.repeat(64), invited.cookie)).body).toMatchObject({ code: 'request.not-found' });
  });

  it('has no right in a dialogue that is not its own: the demo', async () => {
    const admin = await account('outsider');
    expect((await give('dialogue.close', {}, admin)).body).toMatchObject({ code: 'request.not-found' });
    expect((await call('GET', `/api/dialogues/${day.space}/people?page=1`, undefined, admin)).body).toMatchObject({ code: 'request.not-found' });
  });

  it('keeps the seats that were open when it signs in, under a new cookie; sign-out ends all', async () => {
    const token = await newAdministratorLink(day.server.database);
    await give('account.register', { accountId: randomUUID(), token, name: 'Имя', login: 'both', password: 'длинный пароль' }, '', INSTANCE_SPACE);
    const seat = await open('government-2');
    const signedIn = await call('POST', '/api/session/login', { login: 'both', password: 'длинный пароль' }, seat.cookie);
    expect(signedIn.cookie).not.toBe(seat.cookie);
    expect((await call('GET', '/api/session', undefined, seat.cookie)).body).toEqual({ seats: [] });
    expect((await call('GET', '/api/session', undefined, signedIn.cookie)).body).toMatchObject({ account: { login: 'both' }, seats: [{ seatId: day.id('government-2') }] });
    await call('POST', '/api/session/sign-out', {}, signedIn.cookie);
    expect((await call('GET', '/api/session', undefined, signedIn.cookie)).body).toEqual({ seats: [] });
  });
});
