import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LIMITS, type LogEvent, type PollBody, type PollResult, type PollSetup } from '@tegerek/contracts';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { DueRunner } from '../../platform/commands/due-runner.js';

let day: TestDemo;
beforeAll(async () => {
  day = await startTestDemo();
  await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'open' });
});
afterAll(() => day.close());

const setup = (body: PollBody, change: Partial<PollSetup> = {}): PollSetup => ({ question: { ru: 'Что важнее?', ky: 'Эмне маанилүү?' }, body, named: false, durationMs: null, showAtClose: false, ...change });
const draft = async (body: PollBody, change: Partial<PollSetup> = {}, by = 'moderator') => {
  const pollId = randomUUID();
  expect(answer(await day.give(by, 'poll.draft', { pollId, panelId: day.id('panel-1'), setup: setup(body, change) }))).toBe('ok');
  return pollId;
};
const reply = (by: string, pollId: string, choice: unknown, rev = 1) => day.give(by, 'poll.answer', { object: pollId, rev, choice } as never);
const events = async (pollId: string): Promise<LogEvent[]> =>
  ((await day.server.database.query(`SELECT body FROM log.payload WHERE log_id = $1 AND body::jsonb->'data'->>'pollId' = $2 ORDER BY seq, i`, [day.space, pollId])) as { body: string }[]).map(({ body }) => JSON.parse(body) as LogEvent);
const shown = async (pollId: string): Promise<PollResult | undefined> => ((await events(pollId)).filter(({ type }) => type === 'poll.shown').at(-1)?.data as { result: PollResult } | undefined)?.result;
const done = async (...replies: ReturnType<TestDemo['give']>[]) => { for (const each of replies) expect(answer(await each)).toBe('ok'); };

describe('a poll', () => {
  it('goes from the draft to the shown result, one step at a time, by who may', async () => {
    const pollId = await draft({ kind: 'temperature' }, { durationMs: 60_000 }, 'rapporteur');
    expect(answer(await reply('cso-1', pollId, 'good'))).toBe('request.not-found');
    expect(answer(await day.give('rapporteur', 'poll.open', { pollId }))).toBe('request.not-found');
    await done(day.give('moderator', 'poll.open', { pollId }));
    expect(answer(await day.give('moderator-2', 'poll.open', { pollId }))).toBe('poll.state');
    expect(answer(await day.give('moderator', 'poll.edit', { pollId, setup: setup({ kind: 'text' }) }))).toBe('poll.state');
    expect(answer(await day.give('moderator', 'poll.delete', { pollId }))).toBe('poll.state');
    for (const who of ['cso-1', 'cso-2', 'cso-3', 'cso-4', 'cso-5']) await done(reply(who, pollId, 'good'));
    await done(reply('cso-5', pollId, 'bad', 2));
    expect(answer(await reply('cso-6', pollId, 'hot'))).toBe('ballot.invalid');
    expect(answer(await reply('observer', pollId, 'good'))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'scheduled', reason: 'назад' }))).toBe('panel.busy');
    expect(answer(await day.give('moderator', 'poll.show', { pollId, shown: true }))).toBe('poll.state');
    await done(day.give('moderator', 'poll.close', { pollId }));
    expect(answer(await day.give('moderator-2', 'poll.close', { pollId }))).toBe('poll.state');
    expect(answer(await reply('cso-6', pollId, 'good'))).toBe('ballot.not-counted');
    expect(await shown(pollId)).toBeUndefined();
    await done(day.give('moderator', 'poll.show', { pollId, shown: true }));
    expect(await shown(pollId)).toMatchObject({ answers: 5, total: { good: 4, mixed: 0, bad: 1 } });
    expect((await events(pollId)).map(({ type, audience }) => `${type} ${audience}`)).toEqual(['poll.drafted facilitators', 'poll.opened public', 'poll.closed public', 'poll.shown public']);
  });

  it('is one at a time in a panel, and comes again as the next round of its series', async () => {
    const [first, second] = [await draft({ kind: 'scale', steps: 5, low: {}, high: {} }), await draft({ kind: 'text' })];
    await done(day.give('moderator', 'poll.open', { pollId: first }));
    expect(await day.give('moderator', 'poll.open', { pollId: second })).toMatchObject({ code: 'poll.open-already', details: { pollId: first } });
    await done(day.give('moderator', 'poll.close', { pollId: first }));
    const again = randomUUID();
    await done(day.give('moderator', 'poll.repeat', { pollId: first, newPollId: again }));
    expect((await events(again))[0]).toMatchObject({ type: 'poll.opened', data: { series: first, round: 2 } });
    expect(answer(await day.give('moderator', 'poll.repeat', { pollId: first, newPollId: randomUUID() }))).toBe('poll.open-already');
    await done(day.give('moderator', 'poll.close', { pollId: again }), day.give('moderator', 'poll.delete', { pollId: second }));
  });

  it('expires by the server’s clock and shows itself, once', async () => {
    const pollId = await draft({ kind: 'temperature' }, { durationMs: 10_000, showAtClose: true });
    await done(day.give('moderator', 'poll.open', { pollId }));
    await day.server.database.query(`UPDATE log.due SET at = 0 WHERE name = 'poll.expire' AND payload->>'pollId' = $1`, [pollId]);
    await day.server.app.get(DueRunner, { strict: false }).runDue();
    const told = async () => (await events(pollId)).filter(({ type }) => type === 'poll.closed' || type === 'poll.shown').map(({ type, data }) => [type, (data as { how?: string }).how]);
    for (let i = 0; i < 200 && (await told()).length < 2; i++) await day.server.app.get(DueRunner, { strict: false }).runDue();
    expect(await told()).toEqual([['poll.closed', 'clock'], ['poll.shown', undefined]]);
    expect(answer(await day.give('moderator', 'poll.close', { pollId }))).toBe('poll.state');
  });

  it('names what a draft lacks, and ends at its limit', async () => {
    expect(await day.give('moderator', 'poll.draft', { pollId: randomUUID(), panelId: day.id('panel-1'), setup: setup({ kind: 'text' }, { question: { ru: ' ' } }) })).toMatchObject({ code: 'poll.incomplete', path: 'setup.question' });
    const pollId = await draft({ kind: 'text' });
    expect(await day.give('moderator', 'poll.draft', { pollId, panelId: day.id('panel-1'), setup: setup({ kind: 'text' }) })).toMatchObject({ code: 'request.id-reused' });
    await day.server.database.query(`INSERT INTO polls.poll SELECT gen_random_uuid(), space, panel_id, setup, 'closed', 0, id, 1, false, '[]', 0, 0 FROM polls.poll, generate_series(1, $2) WHERE id = $1`, [pollId, LIMITS.pollsPerPanel]);
    expect(answer(await day.give('moderator', 'poll.draft', { pollId: randomUUID(), panelId: day.id('panel-1'), setup: setup({ kind: 'text' }) }))).toBe('poll.too-many');
    await day.server.database.query('DELETE FROM polls.poll WHERE series = $1 AND id <> $1', [pollId]);
    await done(day.give('moderator', 'poll.delete', { pollId }));
  });
});

describe('short texts', () => {
  it('a hidden text is out of the cloud, and a person’s words go with the person', async () => {
    const pollId = await draft({ kind: 'text' }, { showAtClose: true });
    await done(day.give('moderator', 'poll.open', { pollId }));
    for (const [who, words] of [['cso-6', 'ЛИЧНЫЕ-СЛОВА'], ['cso-7', 'Дороги'], ['cso-8', 'дороги!'], ['government-1', 'Ругань']] as const) await done(reply(who, pollId, words));
    await done(day.give('moderator', 'poll.close', { pollId }), day.give('rapporteur', 'poll.hide-text', { pollId, key: 'ругань', hidden: true }));
    expect((await shown(pollId))?.cloud.map(({ key, n }) => [key, n])).toEqual([['дороги', 2], ['личные-слова', 1]]);
    await done(day.give('organizer', 'person.erase', { seatId: day.id('cso-6'), reason: 'По просьбе' }));
    expect((await shown(pollId))?.cloud.map(({ key, n }) => [key, n])).toEqual([['дороги', 2]]);
    const kept = (await day.server.database.query(`SELECT body AS text FROM log.payload WHERE body IS NOT NULL UNION ALL SELECT choice FROM ballots.press UNION ALL SELECT hidden_texts::text FROM polls.poll`)) as { text: string }[];
    expect(kept.filter(({ text }) => text.toLowerCase().includes('личные-слова'))).toEqual([]);
    expect((await events(pollId)).filter(({ type }) => type === 'poll.text-hidden')).toHaveLength(1);
  });
});

describe('the console', () => {
  it('changes hands; of two who take over from what they saw, the second reads who was first', async () => {
    const panelId = day.id('panel-1');
    const over = (by: string, from: string | null, to: string | null) => day.give(by, 'console.hand-over', { panelId, from, to });
    await done(over('moderator', null, day.id('moderator')));
    expect(await over('organizer', null, day.id('organizer'))).toMatchObject({ code: 'console.moved-on', details: { holder: day.id('moderator') } });
    expect(await over('moderator', day.id('moderator'), day.id('cso-1'))).toMatchObject({ code: 'request.not-found', path: 'to' });
    await done(over('organizer', day.id('moderator'), day.id('organizer')));
    // it says who leads and locks nobody out
    expect(answer(await day.give('moderator', 'screen.show', { panelId, view: { kind: 'blank' } }))).toBe('ok');
    await done(over('moderator', day.id('organizer'), null));
  });
});
