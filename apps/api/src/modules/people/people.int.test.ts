import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INSTANCE_SPACE, type SeatSetup } from '@tegerek/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { read } from '../../platform/db/statement.js';
import { SeatRow } from './store/seat.row.js';
import { PeopleMePart } from './read/me-people.js';
import { Directory } from './read/directory.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

let nextNumber = 900;
const seat = (change: Partial<SeatSetup> = {}): SeatSetup => ({
  seatId: randomUUID(), number: ++nextNumber, groupId: day.id('cso'), roles: [], name: 'Новый Участник', organisation: '', position: '', region: '', language: 'ru', authKeyHash: randomBytes(32).toString('hex'), ...change,
});
const row = async (key: string) => (await day.server.database.getRepository(SeatRow).findOneByOrFail({ id: day.id(key) }));
const heads = async () => ((await day.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [day.space])) as { seq: number }[])[0]?.seq;
const bodies = async (type: string): Promise<{ data: Record<string, unknown> | null }[]> =>
  ((await day.server.database.query(`SELECT body FROM log.payload WHERE log_id = $1 AND body::jsonb->>'type' = $2 ORDER BY seq, i`, [day.space, type])) as { body: string }[]).map(({ body }) => JSON.parse(body) as { data: Record<string, unknown> | null });

describe('seats', () => {
  it('are added by the organizer, each fault named with its field', async () => {
    const add = async (...seats: SeatSetup[]) => day.give('organizer', 'seat.add', { seats });
    expect(answer(await add(seat(), seat({ groupId: null, roles: ['observer'] })))).toBe('ok');
    expect(await add(seat({ number: 1 }))).toMatchObject({ code: 'seat.number-taken', path: 'seats.0.number' });
    expect(await add(seat(), seat({ groupId: null }))).toMatchObject({ code: 'seat.group-needed', path: 'seats.1.groupId' });
    expect(await add(seat({ groupId: randomUUID() }))).toMatchObject({ code: 'request.invalid', path: 'seats.0.groupId' });
    expect(await add(seat({ seatId: day.id('cso-1') }))).toMatchObject({ code: 'request.id-reused', path: 'seats.0.seatId' });
    expect(answer(await day.give('moderator', 'seat.add', { seats: [seat()] }))).toBe('request.not-found');
  });

  it('never write over a seat of another dialogue', async () => {
    const theirs = await row('cso-1');
    const create = {
      dialogueId: randomUUID(), demo: false, rehearsal: false, panels: [], groups: [{ id: 'a0000000-0000-4000-8000-000000000001', title: {}, sign: {}, tone: 0 }], organizer: seat({ seatId: theirs.id, groupId: null }),
      setup: { slug: 'other', title: {}, goals: [], description: {}, place: {}, date: '2026-12-01', timeZone: 'Asia/Bishkek', languages: ['ru'], contacts: [], privacyNotice: {} },
      rule: { algorithm: { id: 'yes-no', version: 1 }, ballot: 'yes-no-abstain', base: 'yes+no', groups: ['a0000000-0000-4000-8000-000000000001'], requiredGroups: [], quorum: { counted: 'cast', overall: null, perGroup: null }, consensus: true, broadAgreement: null, majority: null, weights: {}, veto: null, tie: 'undecided' },
    };
    expect(await day.execute({ kind: 'system' }, INSTANCE_SPACE, 'dialogue.create', create)).toMatchObject({ code: 'request.id-reused', path: 'organizer.seatId' });
    expect(await row('cso-1')).toEqual(theirs);
  });

  it('join once: the electorate goes by the first time, and only leaving ends it', async () => {
    expect(answer(await day.give('cso-1', 'seat.join', {}))).toBe('ok');
    const { presentSince } = await row('cso-1');
    const head = await heads();
    expect(presentSince).toBe(head);
    expect(answer(await day.give('cso-1', 'seat.join', {}))).toBe('ok');
    expect(await heads()).toBe(head);
    expect(answer(await day.give('cso-2', 'seat.leave', { seatId: day.id('cso-1') }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'seat.leave', { seatId: day.id('cso-1') }))).toBe('ok');
    expect((await row('cso-1')).presentSince).toBeNull();
    expect(answer(await day.give('cso-1', 'seat.join', {}))).toBe('ok');
    expect(answer(await day.give('cso-1', 'seat.leave', {}))).toBe('ok');
  });

  it('are checked in at the door by number', async () => {
    const { number } = await row('cso-2');
    expect(await day.give('moderator', 'seat.check-in', { number })).toMatchObject({ ok: true, result: { seatId: day.id('cso-2') } });
    expect(await day.give('moderator', 'seat.check-in', { number })).toMatchObject({ ok: true, result: { seatId: day.id('cso-2') } });
    expect(answer(await day.give('moderator', 'seat.check-in', { number: 77_777 }))).toBe('request.not-found');
    expect(answer(await day.give('cso-2', 'seat.check-in', { number }))).toBe('request.not-found');
    await day.give('organizer', 'seat.revoke', { seatId: day.id('cso-2'), reason: 'ошибка' });
    expect(answer(await day.give('moderator', 'seat.check-in', { number }))).toBe('seat.revoked');
    expect((await bodies('seat.revoked')).at(-1)?.data).toMatchObject({ seatId: day.id('cso-2'), wasPresent: true });
  });

  it('keep an organizer', async () => {
    expect(answer(await day.give('organizer', 'seat.set-roles', { seatId: day.id('organizer'), roles: ['observer'] }))).toBe('seat.last-organizer');
    expect(answer(await day.give('organizer', 'seat.revoke', { seatId: day.id('organizer'), reason: 'х' }))).toBe('seat.last-organizer');
    expect(answer(await day.give('organizer', 'person.erase', { seatId: day.id('organizer'), reason: 'х' }))).toBe('seat.last-organizer');
    expect(answer(await day.give('organizer', 'seat.set-roles', { seatId: day.id('observer'), roles: ['observer', 'organizer'] }))).toBe('ok');
    expect(answer(await day.give('observer', 'seat.set-roles', { seatId: day.id('observer'), roles: ['observer'] }))).toBe('ok');
  });
});

describe('what only I may know', () => {
  it('follows language and consents', async () => {
    const me = async () => (await day.server.app.get(PeopleMePart, { strict: false }).read((text, values) => read(day.server.database, text, values), day.space, [day.id('cso-3')])).get(day.id('cso-3'));
    expect(answer(await day.give('cso-3', 'seat.set-language', { language: 'ky' }))).toBe('ok');
    expect(answer(await day.give('cso-3', 'consent.set', { given: { notice: true, photo: false } }))).toBe('ok');
    expect(await me()).toMatchObject({ language: 'ky', consents: { notice: true, photo: false }, groupId: day.id('cso'), addedAt: 2 });
    expect((await bodies('seat.language-set')).at(-1)?.data).toEqual({ seatId: day.id('cso-3'), language: 'ky' });
    const head = await heads();
    expect(answer(await day.give('cso-3', 'seat.set-language', { language: 'ky' }))).toBe('ok');
    expect(answer(await day.give('cso-3', 'consent.set', { given: { photo: false } }))).toBe('ok');
    expect(await heads()).toBe(head);
  });
});

describe('the directory', () => {
  const directory = () => day.server.app.get(Directory, { strict: false });

  it('names everybody to the room, and to the public whom consented', async () => {
    const ids = [day.id('cso-1'), day.id('cso-4')];
    expect((await directory().named(day.space, ids, true)).map(({ seatId }) => seatId)).toEqual(ids);
    expect((await directory().named(day.space, ids, false)).map(({ seatId }) => seatId)).toEqual([day.id('cso-4')]);
    expect(await directory().named(randomUUID(), ids, true)).toEqual([]);
    expect((await directory().named(day.space, ids, true)).some((person) => 'region' in person)).toBe(false);
    expect((await directory().named(day.space, ids, true, true)).every((person) => typeof person.region === 'string')).toBe(true);
    expect(await (await fetch(`${day.url}/api/dialogues/${day.space}/people?seats=${ids.join(',')}`)).json()).toHaveLength(1);
  });

  it('lists and finds for who runs the hall, 50 a page', async () => {
    expect(await directory().page(day.space, '', 1)).toMatchObject({ people: expect.anything() });
    expect((await directory().page(day.space, 'жылдызова', 1)).people).toMatchObject([{ seatId: day.id('cso-1'), revoked: false, present: false }]);
    expect((await directory().page(day.space, '1', 1)).people).toMatchObject([{ seatId: day.id('organizer') }]);
    expect((await fetch(`${day.url}/api/dialogues/${day.space}/people?page=1`)).status).toBe(404);
    const { total } = await directory().page(day.space, '', 1);
    const everybody = await directory().after(day.space, 0);
    expect([everybody.people.length, everybody.next]).toEqual([total, null]);
    expect((await directory().after(day.space, everybody.people[2]?.number ?? 0)).people[0]).toEqual(everybody.people[3]);
    expect((await fetch(`${day.url}/api/dialogues/${day.space}/people?after=0`)).status).toBe(404);
  });
});

describe('erasure', () => {
  it('blanks the person, their words in state and log, and ends the code; the seat and its group stay', async () => {
    const panelId = day.id('panel-1');
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'open' });
    const questionId = randomUUID();
    expect(answer(await day.give('business-3', 'question.ask', { questionId, panelId, text: 'Мой адрес: улица Примерная, 1', language: 'ru', anonymous: true, toSeat: null }))).toBe('ok');
    await day.give('moderator', 'question.approve', { questionId });
    await day.give('moderator', 'screen.show', { panelId, view: { kind: 'question', questionId } });
    expect(answer(await day.give('moderator', 'person.erase', { seatId: day.id('business-3'), reason: 'просьба' }))).toBe('request.not-found');
    expect(answer(await day.give('organizer', 'person.erase', { seatId: day.id('business-3'), reason: 'просьба' }))).toBe('ok');
    expect(await row('business-3')).toMatchObject({ name: null, organisation: '', authKeyHash: null, revoked: false, groupId: day.id('business') });
    for (const table of ['log.payload', 'questions.question', 'people.seat', 'log.receipt']) {
      const [found] = (await day.server.database.query(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%Примерная%' OR t::text LIKE '%Mark Stone%'`)) as { n: number }[];
      expect([table, found?.n]).toEqual([table, 0]);
    }
    expect((await bodies('person.erased')).at(-1)?.data).toMatchObject({ seatId: day.id('business-3'), paths: [{}, {}, {}] });
    expect(await directory0(day.id('business-3'))).toEqual([]);
  });

  it('takes drafts along that nobody took up; what the panel took up stays and names nobody', async () => {
    const panelId = day.id('panel-1');
    const fields = { title: '', text: 'Мой дом на улице Тестовой', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };
    const [draft, taken] = [randomUUID(), randomUUID()];
    expect(answer(await day.give('business-2', 'proposal.submit', { proposalId: draft, panelId, language: 'ru', fields, fromQuestion: null }))).toBe('ok');
    expect(answer(await day.give('business-2', 'proposal.edit', { proposalId: draft, fields: { addressee: 'Тестовой управе' } }, { rev: 1 }))).toBe('ok');
    expect(answer(await day.give('rapporteur', 'proposal.translate', { proposalId: draft, language: 'ky', rev: 2, fields: { ...fields, text: 'Тестовой көчөсүндөгү үйүм' } }))).toBe('ok');
    expect(answer(await day.give('business-2', 'proposal.submit', { proposalId: taken, panelId, language: 'ru', fields: { ...fields, text: 'Общий текст панели' }, fromQuestion: null }))).toBe('ok');
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'discussion' });
    expect(answer(await day.give('rapporteur', 'proposal.take-up', { proposalId: taken }))).toBe('ok');
    await day.give('moderator', 'screen.show', { panelId, view: { kind: 'proposal', proposalId: draft } });
    expect(answer(await day.give('organizer', 'person.erase', { seatId: day.id('business-2'), reason: 'просьба' }))).toBe('ok');
    for (const table of ['log.payload', 'proposals.proposal', 'proposals.revision', 'proposals.translation', 'log.receipt']) {
      const [found] = (await day.server.database.query(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%Тестовой%'`)) as { n: number }[];
      expect([table, found?.n]).toEqual([table, 0]);
    }
    const [row] = (await day.server.database.query('SELECT status, fields FROM proposals.proposal WHERE id = $1', [taken])) as { status: string; fields: { text: string } }[];
    expect(row).toMatchObject({ status: 'in-formulation', fields: { text: 'Общий текст панели' } });
    expect(await directory0(day.id('business-2'))).toEqual([]);
  });

  it('takes along what the person said about others: an amendment, a doubt, a reservation; what was decided stays', async () => {
    const panelId = day.id('panel-1');
    const fields = { title: '', text: 'Публиковать планы', addressee: 'Министерство', responsible: 'Отдел', deadline: '2027', indicator: '', region: '' };
    const [proposalId, voteId, evidenceId] = [randomUUID(), randomUUID(), randomUUID()];
    const said = async (by: string, name: Parameters<typeof day.give>[1], payload: unknown) => expect(answer(await day.give(by, name, payload as never))).toBe('ok');
    await said('cso-4', 'proposal.submit', { proposalId, panelId, language: 'ru', fields, fromQuestion: null });
    await said('cso-5', 'amendment.suggest', { amendmentId: randomUUID(), proposalId, field: 'deadline', text: 'Когда вернусь на Горькую', reason: 'Горькая причина', rev: 1 });
    await said('cso-4', 'evidence.attach', { evidenceId, proposalId, claim: 'Треть планов', source: 'Нацстатком', date: '', region: '', link: '', file: null, confidence: 'high', language: 'ru' });
    await said('cso-5', 'evidence.contest', { evidenceId, reason: 'На Горькой иначе' });
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'formulation' });
    await said('rapporteur', 'proposal.take-up', { proposalId });
    await said('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'decision' });
    await said('moderator', 'decision.open', { voteId, proposalId, electorate: 'entitled', rule: null, secret: false });
    await said('moderator', 'vote.void', { voteId, reason: 'проба' });
    // as its vote would leave it: a close takes the grace time
    await day.server.database.query("UPDATE proposals.proposal SET status = 'adopted', decision = jsonb_build_object('voteId', vote_id, 'version', versions) WHERE id = $1", [proposalId]);
    await said('cso-5', 'reservation.record', { reservationId: randomUUID(), proposalId, capacity: 'self', text: 'Горькие сомнения', language: 'ru' });
    await said('organizer', 'person.erase', { seatId: day.id('cso-5'), reason: 'просьба' });
    for (const table of ['log.payload', 'proposals.amendment', 'proposals.evidence', 'proposals.reservation', 'log.receipt']) {
      const [found] = (await day.server.database.query(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%Горьк%'`)) as { n: number }[];
      expect([table, found?.n]).toEqual([table, 0]);
    }
    expect(await bodies('evidence.frozen')).toMatchObject([{ data: { notes: [{ claim: 'Треть планов', contestedBy: [day.id('cso')] }] } }]);
    expect(await bodies('reservation.withdrawn')).toHaveLength(1);
  });

  it('takes an amendment before the room along too: what is voted on stays in the version of its vote, and is not put again; a published reservation stays in its document', async () => {
    const panelId = day.id('panel-1');
    const fields = { title: '', text: 'Публиковать сметы', addressee: 'Министерство', responsible: 'Отдел', deadline: '2027', indicator: '', region: '' };
    const [proposalId, voteId] = [randomUUID(), randomUUID()];
    const [voted, waiting] = [randomUUID(), randomUUID()];
    const said = async (by: string, name: Parameters<typeof day.give>[1], payload: unknown) => expect(answer(await day.give(by, name, payload as never))).toBe('ok');
    const holds = async (words: string, tables: readonly string[]) => Promise.all(tables.map(async (table) => ((await day.server.database.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1 LIMIT 1`, [`%${words}%`])) as unknown[]).length === 1));
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'formulation', reason: 'ещё одно' });
    await said('cso-4', 'proposal.submit', { proposalId, panelId, language: 'ru', fields, fromQuestion: null });
    for (const [amendmentId, text] of [[voted, 'Солнечная, 5: до 2028 года'], [waiting, 'Солнечная']] as const) await said('cso-6', 'amendment.suggest', { amendmentId, proposalId, field: 'deadline', text, reason: 'Лунная причина', rev: 1 });
    await said('rapporteur', 'proposal.take-up', { proposalId });
    await said('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    await day.give('moderator', 'panel.move-phase', { panelId, to: 'decision' });
    // as an earlier decision would leave it for a while
    await day.server.database.query(`UPDATE proposals.proposal SET status = 'adopted', decision = jsonb_build_object('voteId', id, 'version', 1) WHERE id = $1`, [proposalId]);
    await said('cso-6', 'reservation.record', { reservationId: randomUUID(), proposalId, capacity: 'self', text: 'Звёздное сомнение', language: 'ru' });
    await day.server.database.query(`UPDATE proposals.proposal SET status = 'in-formulation', decision = NULL WHERE id = $1`, [proposalId]);
    await said('rapporteur', 'amendment.line-up', { proposalId, amendmentIds: [voted, waiting], reason: '' });
    await said('moderator', 'amendment.open-vote', { voteId, amendmentId: voted, electorate: 'entitled', rule: null, secret: false });
    await day.server.database.query("UPDATE dialogues.dialogue SET phase = 'published' WHERE id = $1", [day.space]);
    await said('organizer', 'person.erase', { seatId: day.id('cso-6'), reason: 'просьба' });
    await day.server.database.query("UPDATE dialogues.dialogue SET phase = 'open' WHERE id = $1", [day.space]);
    expect(await holds('Лунная', ['log.payload', 'proposals.amendment', 'log.receipt'])).toEqual([false, false, false]);
    expect(await holds('Звёздное', ['proposals.reservation', 'log.payload'])).toEqual([false, true]);
    expect(await bodies('amendment.left')).toMatchObject([{ data: { amendmentId: waiting, how: 'withdrawn' } }]);
    // what the ballots in hand are about stays readable, in the vote's version alone
    expect(await holds('Солнечная, 5', ['proposals.amendment', 'log.receipt', 'proposals.version', 'votes.vote'])).toEqual([false, false, true, true]);
    expect((await bodies('amendment.put')).filter(({ data }) => (data as { proposalId: string }).proposalId === proposalId)).toEqual([]);
    await said('moderator', 'vote.void', { voteId, reason: 'автора больше нет' });
    expect(await day.server.database.query('SELECT DISTINCT status FROM proposals.amendment WHERE proposal_id = $1', [proposalId])).toEqual([{ status: 'withdrawn' }]);
  });

  const directory0 = (seatId: string) => day.server.app.get(Directory, { strict: false }).named(day.space, [seatId], true);
});
