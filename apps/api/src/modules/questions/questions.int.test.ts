import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, type LogEvent } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { read } from '../../platform/db/statement.js';
import { QuestionsOfMe } from './read/questions.me.js';

let day: TestDemo;
beforeAll(async () => {
  day = await startTestDemo();
  for (const panel of ['panel-1', 'panel-2']) await day.give('moderator', 'panel.move-phase', { panelId: day.id(panel), to: 'open' });
  const [{ setup }] = (await day.server.database.query('SELECT setup FROM panels.panel WHERE id = $1', [day.id('panel-2')])) as [{ setup: object }];
  await day.give('organizer', 'panel.set', { ...setup, premoderation: false } as never);
});
afterAll(() => day.close());

const ask = (by: string, change: { questionId?: string; panel?: string; anonymous?: boolean; toSeat?: string | null } = {}) =>
  day.give(by, 'question.ask', { questionId: change.questionId ?? randomUUID(), panelId: day.id(change.panel ?? 'panel-1'), text: 'Когда опубликуют план?', language: 'ru', anonymous: change.anonymous ?? false, toSeat: change.toSeat ?? null });
const eventsAbout = async (questionId: string): Promise<LogEvent[]> =>
  ((await day.server.database.query(`SELECT body FROM log.payload WHERE log_id = $1 AND body::jsonb->'data'->>'questionId' = $2 ORDER BY seq, i`, [day.space, questionId])) as { body: string }[]).map(({ body }) => JSON.parse(body) as LogEvent);

describe('a question', () => {
  it('waits for the moderator, with its author among facilitators of that panel only', async () => {
    const questionId = randomUUID();
    expect(answer(await ask('cso-1', { questionId }))).toBe('ok');
    expect(await eventsAbout(questionId)).toMatchObject([{ type: 'question.received', audience: 'facilitators', panelId: day.id('panel-1'), data: { seatId: day.id('cso-1') } }]);
    expect(answer(await day.give('cso-1', 'question.approve', { questionId }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'question.answer', { questionId, answer: '' }))).toBe('question.state');
    expect(answer(await day.give('moderator', 'question.approve', { questionId }))).toBe('ok');
    expect(answer(await day.give('moderator-2', 'question.approve', { questionId }))).toBe('question.state');
    expect(answer(await day.give('rapporteur', 'question.answer', { questionId, answer: 'В марте.' }))).toBe('ok');
    expect(answer(await day.give('cso-1', 'question.withdraw', { questionId }))).toBe('question.state');
  });

  it('is anonymous to the room wherever the room looks', async () => {
    const questionId = randomUUID();
    await ask('cso-2', { questionId, anonymous: true, panel: 'panel-2' });
    await day.give('cso-2', 'question.withdraw', { questionId });
    const room = (await eventsAbout(questionId)).filter((event) => event.audience !== 'facilitators');
    expect(room.map((event) => event.type)).toEqual(['question.published', 'question.withdrawn']);
    expect(room[0]).toMatchObject({ data: { seatId: null, groupId: day.id('cso') } });
    expect(JSON.stringify(room)).not.toContain(day.id('cso-2'));
  });

  it('is declined with a reason that its author alone reads', async () => {
    const questionId = randomUUID();
    await ask('cso-3', { questionId, toSeat: day.id('government-4') });
    expect(answer(await day.give('moderator', 'question.decline', { questionId, reason: 'Уже отвечали' }))).toBe('ok');
    expect(answer(await day.give('moderator', 'question.decline', { questionId, reason: 'Уже отвечали' }))).toBe('question.state');
    const mine = await day.server.app.get(QuestionsOfMe, { strict: false }).read((text, values) => read(day.server.database, text, values), day.space, [day.id('cso-3')]);
    expect(mine.get(day.id('cso-3'))).toMatchObject({ questions: [{ id: questionId, status: 'declined', reason: 'Уже отвечали', anonymous: false }] });
    expect((await eventsAbout(questionId)).every((event) => event.audience === 'facilitators')).toBe(true);
  });

  it('is refused to who may not ask it, and to whom it cannot go', async () => {
    expect(answer(await ask('observer'))).toBe('request.not-found');
    expect(answer(await ask('cso-4', { panel: 'panel-3' }))).toBe('panel.phase');
    expect(await ask('cso-4', { toSeat: day.id('cso-9') })).toMatchObject({ code: 'request.not-found', path: 'toSeat' });
    const questionId = randomUUID();
    await ask('cso-4', { questionId });
    expect(await ask('cso-5', { questionId })).toMatchObject({ code: 'request.id-reused', path: 'questionId' });
    expect(answer(await day.give('cso-5', 'question.withdraw', { questionId }))).toBe('request.not-found');
  });

  it('counts against its author’s limit while it is live', async () => {
    await day.server.database.query(`UPDATE questions.asker SET live = $1`, [LIMITS.questionsPerSeat]);
    const questionId = ((await day.server.database.query(`SELECT id FROM questions.question WHERE seat_id = $1 AND status = 'waiting'`, [day.id('cso-4')])) as { id: string }[])[0]?.id ?? '';
    expect(answer(await ask('cso-4'))).toBe('question.too-many');
    expect(answer(await day.give('cso-4', 'question.withdraw', { questionId }))).toBe('ok');
    expect(answer(await ask('cso-4'))).toBe('ok');
  });
});

describe('support', () => {
  it('is one per seat while the question is public', async () => {
    const questionId = randomUUID();
    await ask('business-1', { questionId });
    const support = (by: string, choice: boolean, rev = 1) => day.give(by, 'question.support', { object: questionId, rev, choice });
    expect(answer(await support('cso-1', true))).toBe('request.not-found');
    await day.give('moderator', 'question.approve', { questionId });
    expect(answer(await support('cso-1', true))).toBe('ok');
    expect(answer(await support('cso-1', false))).toBe('ballot.rev-conflict');
    expect(answer(await support('observer', true))).toBe('request.not-found');
    expect(answer(await support('business-2', true))).toBe('ok');
    const counts = (await day.server.database.query('SELECT group_id AS "groupId", n FROM ballots.count WHERE object = $1', [questionId])) as { groupId: string; n: number }[];
    expect(counts.map(({ n }) => n)).toEqual([1, 1]);
    await day.give('moderator', 'question.answer', { questionId, answer: '' });
    expect(answer(await support('cso-5', true))).toBe('ballot.not-counted');
  });
});

describe('under pressure', () => {
  const asked = async (by: string, change: Parameters<typeof ask>[1] = {}) => {
    const questionId = randomUUID();
    const code = answer(await ask(by, { ...change, questionId }));
    if (code !== 'ok') throw new Error(code);
    return questionId;
  };
  const moderate = async (name: 'question.approve' | 'question.reopen' | 'question.unmerge', questionId: string, by = 'moderator') => answer(await day.give(by, name, { questionId }));
  const merge = (into: string, questionIds: string[], by = 'moderator') => day.give(by, 'question.merge', { panelId: day.id('panel-1'), into, questionIds });
  const support = async (by: string, object: string, choice = true, rev = 1) => answer(await day.give(by, 'question.support', { object, rev, choice }));
  const supports = async (object: string) => Object.fromEntries(((await day.server.database.query('SELECT group_id AS "groupId", n FROM ballots.count WHERE object = $1', [object])) as { groupId: string; n: number }[])
    .map(({ groupId, n }) => [['cso', 'government', 'business'].find((group) => day.id(group) === groupId), n]));
  const mineOf = async (by: string) => (await day.server.app.get(QuestionsOfMe, { strict: false }).read((text, values) => read(day.server.database, text, values), day.space, [day.id(by)])).get(day.id(by)) as { questions: { id: string; status: string; mergedInto?: string; reason?: string }[] };
  beforeAll(() => day.server.database.query('UPDATE questions.asker SET live = 0'));

  it('goes to a group of the dialogue, and to one addressee', async () => {
    const to = (change: object) => day.give('cso-6', 'question.ask', { questionId: randomUUID(), panelId: day.id('panel-1'), text: 'Кому?', language: 'ru', anonymous: false, toSeat: null, ...change } as never);
    expect(answer(await to({ toGroup: day.id('government') }))).toBe('ok');
    expect(await to({ toGroup: randomUUID() })).toMatchObject({ code: 'request.not-found', path: 'toGroup' });
    expect(await to({ toGroup: day.id('government'), toSeat: day.id('government-4') })).toMatchObject({ code: 'question.one-addressee', path: 'toGroup' });
  });

  it('many are approved or declined in one entry; what another moderator has decided stays', async () => {
    const ids = [await asked('cso-6'), await asked('business-2'), await asked('cso-7')];
    const panelId = day.id('panel-1');
    expect(await moderate('question.approve', ids[0] ?? '')).toBe('ok');
    const [one, two] = await Promise.all([day.give('moderator', 'question.approve-many', { panelId, questionIds: ids }), day.give('moderator-2', 'question.decline-many', { panelId, questionIds: ids, reason: 'Не по теме' })]);
    expect([answer(one), answer(two)].sort()).toEqual(['ok', 'question.state']);
    expect(one.ok ? one : two).toMatchObject({ result: { done: 2 } });
    expect((await eventsAbout(ids[2] ?? '')).map((event) => event.type)).toEqual(['question.received', one.ok ? 'question.published' : 'question.declined']);
    expect(await day.give('moderator', 'question.approve-many', { panelId, questionIds: [...ids, randomUUID()] })).toMatchObject({ code: 'request.not-found', path: 'questionIds.3' });
    expect(answer(await day.give('rapporteur', 'question.approve-many', { panelId, questionIds: ids }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'question.approve-many', { panelId: day.id('panel-2'), questionIds: ids }))).toBe('request.not-found');
  });

  it('an approval is taken back while nobody supports it, and a refusal at any time', async () => {
    const questionId = await asked('cso-8', { anonymous: true });
    await moderate('question.approve', questionId);
    expect(await moderate('question.reopen', questionId, 'rapporteur')).toBe('request.not-found');
    expect(await moderate('question.reopen', questionId)).toBe('ok');
    expect((await eventsAbout(questionId)).filter((event) => event.audience === 'room').map((event) => event.type)).toEqual(['question.published', 'question.retracted']);
    expect(await support('cso-1', questionId)).toBe('request.not-found');
    await day.give('moderator', 'question.decline', { questionId, reason: 'Нет' });
    expect(await moderate('question.reopen', questionId)).toBe('ok');
    expect((await mineOf('cso-8')).questions[0]).not.toHaveProperty('reason');
    await moderate('question.approve', questionId);
    expect(await support('cso-1', questionId)).toBe('ok');
    expect(await moderate('question.reopen', questionId)).toBe('question.supported');
    expect(await support('cso-1', questionId, false, 2)).toBe('ok');
    expect(await moderate('question.reopen', questionId)).toBe('ok');
    expect(await moderate('question.reopen', questionId)).toBe('question.state');
  });

  it('duplicates go on in one, each seat’s support counted once, and come apart again with what was theirs', async () => {
    const [into, twin, other] = [await asked('cso-9'), await asked('business-3', { anonymous: true }), await asked('government-2')];
    for (const questionId of [into, twin, other]) await moderate('question.approve', questionId);
    for (const [by, object] of [['cso-1', into], ['cso-1', twin], ['cso-2', twin], ['business-1', twin], ['business-1', other], ['government-1', other]] as const) await support(by, object);
    expect(answer(await merge(into, [twin], 'rapporteur'))).toBe('request.not-found');
    expect(answer(await merge(into, [twin, other]))).toBe('ok');
    expect(await supports(into)).toEqual({ cso: 2, business: 1, government: 1 });
    expect(answer(await merge(into, [twin]))).toBe('question.state');
    expect(await support('cso-3', twin)).toBe('ballot.not-counted');
    expect(await support('cso-2', into, false)).toBe('ok');
    expect(await supports(into)).toEqual({ cso: 1, business: 1, government: 1 });
    expect((await mineOf('business-3')).questions.at(-1)).toMatchObject({ id: twin, status: 'merged', mergedInto: into });
    expect((await mineOf('government-2')).questions.at(-1)).toMatchObject({ id: other, status: 'merged', mergedInto: into });
    const room = (await eventsAbout(twin)).filter((event) => event.audience === 'room');
    expect(room.map((event) => event.type)).toEqual(['question.published', 'question.merged']);
    expect(JSON.stringify(room)).not.toContain(day.id('business-3'));
    // business-1 came with both: it stays while one of them does
    expect(await moderate('question.unmerge', twin)).toBe('ok');
    expect(await supports(into)).toEqual({ cso: 1, business: 1, government: 1 });
    expect(await supports(twin)).toEqual({ cso: 2, business: 1 });
    expect(await moderate('question.unmerge', other)).toBe('ok');
    expect(await supports(into)).toEqual({ cso: 1, business: 0, government: 0 });
    expect(await moderate('question.unmerge', other)).toBe('question.state');
    expect((await mineOf('business-3')).questions.at(-1)).not.toHaveProperty('mergedInto');
  });

  it('what was merged into a duplicate comes along, and stands alone when the whole is withdrawn or its author erased', async () => {
    const [top, middle, leaf, quiet] = [await asked('cso-9'), await asked('business-4'), await asked('government-3'), await asked('cso-8')];
    for (const questionId of [top, middle, leaf]) await moderate('question.approve', questionId);
    await support('cso-1', leaf);
    await merge(middle, [leaf]);
    expect(await merge(quiet, [middle])).toMatchObject({ code: 'question.unpublished', path: 'into' });
    expect(answer(await merge(top, [middle, quiet]))).toBe('ok');
    expect(await supports(top)).toEqual({ cso: 1 });
    const statuses = async () => ((await day.server.database.query('SELECT id, status, merged_into AS "into", merges FROM questions.question WHERE id = ANY($1)', [[top, middle, leaf, quiet]])) as { id: string; status: string; into: string | null; merges: number }[]);
    expect((await statuses()).filter((row) => row.into === top).map((row) => row.id).sort()).toEqual([middle, leaf, quiet].sort());
    expect(answer(await day.give('government-3', 'question.withdraw', { questionId: leaf }))).toBe('ok');
    expect(await supports(top)).toEqual({ cso: 0 });
    expect(answer(await day.give('organizer', 'person.erase', { seatId: day.id('cso-9'), reason: 'По просьбе' }))).toBe('ok');
    expect(Object.fromEntries((await statuses()).map((row) => [row.id, `${row.status} ${row.merges}`]))).toEqual({ [top]: 'withdrawn 0', [middle]: 'public 0', [leaf]: 'withdrawn 0', [quiet]: 'waiting 0' });
    expect(answer(await merge(middle, [middle]))).toBe('request.invalid');
  });

  it('a pinned one leads, three at most', async () => {
    const ids = [await asked('business-2'), await asked('business-3'), await asked('business-4'), await asked('business-1')];
    const pin = async (questionId: string, pinned = true) => answer(await day.give('moderator', 'question.pin', { questionId, pinned }));
    expect(await pin(ids[0] ?? '')).toBe('question.state');
    for (const questionId of ids) await moderate('question.approve', questionId);
    for (const questionId of ids.slice(0, LIMITS.pinnedQuestions)) expect(await pin(questionId)).toBe('ok');
    expect(await pin(ids[3] ?? '')).toBe('question.too-many-pinned');
    expect(await pin(ids[0] ?? '')).toBe('question.state');
    await day.give('moderator', 'question.answer', { questionId: ids[0] ?? '', answer: '' });
    expect(await pin(ids[3] ?? '')).toBe('ok');
    expect(await pin(ids[3] ?? '', false)).toBe('ok');
  });
});
