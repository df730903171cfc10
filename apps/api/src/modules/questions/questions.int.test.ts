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
