import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authKeyHash } from '@tegerek/ballot';
import type { PayloadInput } from '@tegerek/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { ApplicantRow } from './store/registration.row.js';
import { SeatRow } from './store/seat.row.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

type Form = PayloadInput<'seat.register'>;
const form = (change: Partial<Form> = {}): Form => ({ seatId: randomUUID(), groupId: day.id('cso'), openCode: null, name: 'Самира Новая', organisation: 'ОФ «Жол»', language: 'ky', given: { notice: true, photo: false }, authKeyHash: randomBytes(32).toString('hex'), ...change });
const register = (payload: Form) => day.execute({ kind: 'anonymous' }, day.space, 'seat.register', payload);
const seatOf = (id: string) => day.server.database.getRepository(SeatRow).findOneBy({ id });
const applicant = (id: string) => day.server.database.getRepository(ApplicantRow).findOneBy({ id });
const get = async (path: string) => { const response = await fetch(`${day.url}/api/dialogues/${day.space}/${path}`); return { status: response.status, body: await response.json() as Record<string, unknown> }; };
const OPEN = 'ABCDE01234567X';

describe('people who register themselves', () => {
  it('cannot, until the organizer says so', async () => {
    expect(await get('registration')).toMatchObject({ status: 200, body: { groups: [], byCode: false } });
    expect(answer(await register(form()))).toBe('registration.closed');
    expect(answer(await register(form({ openCode: OPEN })))).toBe('registration.code');
    expect(answer(await day.give('moderator', 'registration.set', { approval: [day.id('cso')], codes: [] }))).toBe('request.not-found');
    expect(await day.give('organizer', 'registration.set', { approval: [randomUUID()], codes: [] })).toMatchObject({ code: 'request.invalid', path: 'approval.0' });
    expect(answer(await day.give('organizer', 'registration.set', { approval: [day.id('cso')], codes: [{ groupId: day.id('business'), code: OPEN, limit: 2 }] }))).toBe('ok');
    expect(await get('registration')).toMatchObject({ status: 200, body: { groups: [{ id: day.id('cso') }], byCode: true } });
    expect(JSON.stringify(await get('registration'))).not.toContain(OPEN);
  });

  it('wait for the organizer, who sees them; their phone learns what became of it', async () => {
    const [first, second, third] = [form(), form({ name: 'Второй' }), form({ name: 'Третий' })];
    for (const each of [first, second, third]) expect(await register(each)).toMatchObject({ ok: true, result: { status: 'waiting' } });
    expect(await register(form({ seatId: first.seatId }))).toMatchObject({ code: 'request.id-reused', path: 'seatId' });
    expect(await register(form({ authKeyHash: first.authKeyHash }))).toMatchObject({ code: 'request.invalid', path: 'authKeyHash' });
    expect(await register(form({ groupId: day.id('business') }))).toMatchObject({ code: 'request.invalid', path: 'groupId' });
    expect((await get(`applicants/${first.seatId}`)).body).toEqual({ status: 'waiting', reason: null });
    expect((await get('applicants')).status).toBe(404);
    expect(answer(await day.give('cso-1', 'applicant.approve', { applicantIds: [first.seatId] }))).toBe('request.not-found');
    expect(answer(await day.give('organizer', 'applicant.approve', { applicantIds: [first.seatId, randomUUID()] }))).toBe('request.not-found');
    expect(await day.give('organizer', 'applicant.decline', { applicantIds: [third.seatId], reason: 'Нет в списке' })).toMatchObject({ ok: true });
    expect((await get(`applicants/${third.seatId}`)).body).toEqual({ status: 'declined', reason: 'Нет в списке' });
    expect(await day.give('organizer', 'applicant.approve', { applicantIds: [first.seatId, second.seatId] })).toMatchObject({ ok: true, result: { approved: 2 } });
    // two organizers at once: the second finds nobody left
    expect(answer(await day.give('organizer', 'applicant.approve', { applicantIds: [first.seatId] }))).toBe('applicant.state');
    expect(await seatOf(first.seatId)).toMatchObject({ name: 'Самира Новая', groupId: day.id('cso'), language: 'ky', consents: { notice: true, photo: false }, authKeyHash: first.authKeyHash });
    expect(await applicant(first.seatId)).toMatchObject({ status: 'approved', name: null, authKeyHash: null });
    // a decline can be taken back
    expect(await day.give('organizer', 'applicant.approve', { applicantIds: [third.seatId] })).toMatchObject({ ok: true, result: { approved: 1 } });
  });

  it('sit at once by the open code, each with a number of their own, until its places are taken', async () => {
    const authKey = randomBytes(32).toString('hex');
    const mine = form({ openCode: OPEN, groupId: null, authKeyHash: authKeyHash(authKey) });
    const replies = await Promise.all([register(mine), register(form({ openCode: OPEN })), register(form({ openCode: OPEN }))]);
    expect(replies.map(answer).sort()).toEqual(['ok', 'ok', 'registration.full']);
    const seat = await seatOf(mine.seatId);
    if (seat === null) expect(replies[0]).toMatchObject({ code: 'registration.full', details: { limit: 2 } });
    else {
      expect(seat.groupId).toBe(day.id('business'));
      const opened = await fetch(`${day.url}/api/session/code`, { method: 'POST', headers: { 'content-type': 'application/json', origin: day.url }, body: JSON.stringify({ dialogueId: day.space, authKey }) });
      expect(opened.status).toBe(200);
    }
    const numbers: { n: number; all: number }[] = await day.server.database.query('SELECT count(DISTINCT number)::int AS n, count(*)::int AS all FROM people.seat WHERE space = $1', [day.space]);
    expect(numbers[0]?.n).toBe(numbers[0]?.all);
    // more places, the count goes on; another code closes this one
    expect(answer(await day.give('organizer', 'registration.set', { approval: [], codes: [{ groupId: day.id('business'), code: OPEN, limit: 3 }] }))).toBe('ok');
    expect((await Promise.all([register(form({ openCode: OPEN })), register(form({ openCode: OPEN }))])).map(answer).sort()).toEqual(['ok', 'registration.full']);
    expect(answer(await day.give('organizer', 'registration.set', { approval: [], codes: [] }))).toBe('ok');
    expect(answer(await register(form({ openCode: OPEN })))).toBe('registration.code');
  });

  it('are slowed beyond a rate of the dialogue, never refused for good, and hold nobody else up', async () => {
    const flood = await Promise.all(Array.from({ length: 400 }, () => register(form())));
    expect(flood.some((reply) => !reply.ok && reply.code === 'request.too-many' && (reply.retryAfterMs ?? 0) > 0)).toBe(true);
    expect(answer(await day.give('cso-1', 'seat.join', {}))).toBe('ok');
  });
});
