import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INSTANCE_SPACE, type CommandName, type Group, type PanelSetup, type Payload } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { randomBytes, randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { AccountRow } from '../people/index.js';

let day: TestDemo;
const accountId = randomUUID();
beforeAll(async () => {
  day = await startTestDemo();
  await day.server.database.getRepository(AccountRow).insert({ id: accountId, space: INSTANCE_SPACE, name: 'Организатор', login: 'o', passwordHash: '-', administrator: false, createdAt: 0 });
});
afterAll(() => day.close());

const group = (n: number): Group => ({ id: `a0000000-0000-4000-8000-00000000000${n}`, title: { ru: `Группа ${n}` }, sign: {}, tone: n });
const panel = (number: number): PanelSetup => ({ id: randomUUID(), number, title: {}, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: [], rapporteurs: [], panellists: [], premoderation: false });
type Creation = Payload<'dialogue.create'>;
const creation = (slug: string, change: Partial<Creation> = {}): Creation => ({
  dialogueId: randomUUID(), demo: false, rehearsal: false, groups: [group(1), group(2)], panels: [],
  setup: { slug, title: { ru: 'Другой' }, goals: [], description: {}, place: {}, date: '2026-12-01', timeZone: 'Asia/Bishkek', languages: ['ru'], contacts: [], privacyNotice: {} },
  rule: structuredClone(defaultRule([group(1).id, group(2).id])) as Creation['rule'],
  organizer: { seatId: randomUUID(), number: 1, groupId: null, roles: [], name: 'Организатор', organisation: '', position: '', region: '', language: 'ru', authKeyHash: randomBytes(32).toString('hex') },
  ...change,
});
const create = (payload: Creation) => day.execute({ kind: 'account', accountId }, INSTANCE_SPACE, 'dialogue.create', payload);

describe('dialogue.create', () => {
  it('is entry 1 of a new log, with the organizer’s seat, for accounts alone', async () => {
    const payload = creation('first');
    expect(answer(await day.execute({ kind: 'anonymous' }, INSTANCE_SPACE, 'dialogue.create', payload))).toBe('request.not-found');
    expect(answer(await create(payload))).toBe('ok');
    const events = (await day.server.database.query(`SELECT seq, body::jsonb->>'type' AS type, body::jsonb->'data' AS data FROM log.payload WHERE log_id = $1 ORDER BY seq, i`, [payload.dialogueId])) as { seq: number; type: string; data: object }[];
    expect(events).toMatchObject([{ seq: 1, type: 'dialogue.created' }, { seq: 1, type: 'seat.added', data: { seats: [{ seatId: payload.organizer.seatId, roles: ['organizer'] }] } }]);
  });

  it('refuses what is taken or makes no sense, and leaves nothing behind', async () => {
    const first = creation('second');
    await create(first);
    expect(await create(creation('x', { dialogueId: first.dialogueId }))).toMatchObject({ code: 'dialogue.exists', path: 'dialogueId' });
    expect(await create(creation('second'))).toMatchObject({ code: 'dialogue.slug-taken', path: 'setup.slug' });
    expect(await create(creation('third', { groups: [group(1)] }))).toMatchObject({ code: 'vote.rule-invalid' });
    expect(await create(creation('third', { groups: [group(1), group(1)] }))).toMatchObject({ code: 'request.invalid', path: 'groups.1.id' });
    expect(await create(creation('third', { panels: [panel(1), panel(1)] }))).toMatchObject({ code: 'request.invalid', path: 'panels.1.number' });
    expect(await create(creation('third', { panels: [{ ...panel(1), id: day.id('panel-1') }] }))).toMatchObject({ code: 'request.id-reused', path: 'panels' });
    expect(answer(await create(creation('third')))).toBe('ok');
  });

  it('gives a slug to one of two that ask together', async () => {
    const replies = await Promise.all([create(creation('race')), create(creation('race')), day.give('organizer', 'dialogue.edit', { ...creation('race').setup })]);
    expect(replies.map(answer).sort()).toEqual(['dialogue.slug-taken', 'dialogue.slug-taken', 'ok']);
  });
});

describe('a draft', () => {
  it('is changed until it opens, which takes a panel', async () => {
    const draft = creation('draft');
    await create(draft);
    const give = (name: CommandName, payload: unknown) => day.execute({ kind: 'seat', seatId: draft.organizer.seatId }, draft.dialogueId, name, payload);
    expect(answer(await give('dialogue.open', {}))).toBe('dialogue.no-panels');
    expect(answer(await give('dialogue.set-groups', { groups: [group(1), group(2), group(3)] }))).toBe('ok');
    const [{ rule }] = (await day.server.database.query('SELECT rule FROM dialogues.dialogue WHERE id = $1', [draft.dialogueId])) as [{ rule: { groups: string[] } }];
    expect(rule.groups).toContain(group(3).id);
    await give('seat.add', { seats: [{ ...draft.organizer, seatId: randomUUID(), number: 2, groupId: group(3).id, authKeyHash: 'c'.repeat(64) }] });
    expect(await give('dialogue.set-groups', { groups: [group(1)] })).toMatchObject({ code: 'dialogue.group-in-use', details: { groupId: group(3).id } });
    expect(answer(await give('seat.join', {}))).toBe('dialogue.phase');
    expect(answer(await give('panel.set', panel(1)))).toBe('ok');
    expect(answer(await give('dialogue.open', {}))).toBe('ok');
    expect(answer(await give('seat.join', {}))).toBe('ok');
  });

  it('is listed for its account alone, and its door tells nothing but the way in', async () => {
    const draft = creation('hidden');
    await create(draft);
    const list = (await (await fetch(`${day.url}/api/dialogues`)).json()) as { slug: string }[];
    expect(list.map(({ slug }) => slug)).not.toContain('hidden');
    expect(await (await fetch(`${day.url}/api/dialogues/by-slug/hidden`)).json()).toMatchObject({ id: draft.dialogueId, title: {}, phase: 'draft' });
    for (const slug of ['nowhere', '%00', "';--", 'A'.repeat(500)]) expect((await fetch(`${day.url}/api/dialogues/by-slug/${slug}`)).status).toBe(404);
  });

  it('is another dialogue for everybody of the demo', async () => {
    const draft = creation('foreign', { panels: [panel(1)] });
    await create(draft);
    expect(answer(await day.execute({ kind: 'seat', seatId: day.id('organizer') }, draft.dialogueId, 'dialogue.open', {}))).toBe('request.not-found');
    expect(answer(await day.give('organizer', 'seat.revoke', { seatId: draft.organizer.seatId, reason: 'x' }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'panel.move-phase', { panelId: draft.panels[0]?.id ?? '', to: 'open' }))).toBe('request.not-found');
  });
});
