import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScreenRequest } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import { ScreenSessions } from '../../platform/sessions/screen-sessions.js';

let day: TestDemo;
const panelId = () => day.id('panel-1');
beforeAll(async () => {
  day = await startTestDemo();
  for (const panel of ['panel-1', 'panel-2']) await day.give('moderator', 'panel.move-phase', { panelId: day.id(panel), to: 'open' });
});
afterAll(() => day.close());

async function screens(method: string, path: string, cookie = ''): Promise<{ body: Record<string, string>; cookie: string }> {
  const response = await fetch(`${day.url}/api/screens${path}`, { method, headers: cookie ? { cookie } : {} });
  return { body: (await response.json()) as Record<string, string>, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie };
}
const pair = (code: string, screenId: string = randomUUID(), by = 'moderator') => day.give(by, 'screen.pair', { screenId, code, name: 'Зал', language: 'ru', panelId: panelId() });
const show = (view: ScreenRequest, panel: string | null = panelId()) => day.give('moderator', 'screen.show', { panelId: panel, view });
const shown = async (): Promise<unknown> => JSON.parse(((await day.server.database.query(
  `SELECT body FROM log.payload WHERE log_id = $1 AND body::jsonb->>'type' = 'screen.shown' ORDER BY seq DESC LIMIT 1`, [day.space])) as { body: string }[])[0]?.body ?? '{}') as unknown;

describe('pairing', () => {
  it('binds a waiting page to the panel by the code that it shows, once', async () => {
    const page = await screens('POST', '');
    expect(page.body['code']).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/u);
    expect((await screens('POST', '', page.cookie)).body).toEqual(page.body);
    expect((await screens('GET', '/me', page.cookie)).body).toMatchObject({ state: 'waiting', code: page.body['code'] });
    expect((await screens('GET', '/me')).body).toEqual({ state: 'new' });
    const code = page.body['code'] ?? '';
    expect(answer(await pair(code, randomUUID(), 'cso-1'))).toBe('request.not-found');
    expect(await pair('222222')).toMatchObject({ code: 'screen.code', path: 'code' });
    const screenId = randomUUID();
    expect(answer(await pair(`${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`, screenId))).toBe('ok');
    expect(answer(await pair(code))).toBe('screen.code');
    expect(answer(await pair('222222', screenId))).toBe('request.id-reused');
    expect((await screens('GET', '/me', page.cookie)).body).toMatchObject({ state: 'paired', screenId, space: day.space, panelId: panelId(), slug: 'demo' });
    const sessions = day.server.app.get(ScreenSessions, { strict: false });
    const token = page.cookie.split('=')[1];
    expect(await sessions.resolveScreen(token, day.space)).toEqual({ kind: 'screen', screenId });
    expect(await sessions.resolveScreen(token, randomUUID())).toEqual({ kind: 'anonymous' });
  });
});

describe('a paired screen', () => {
  it('goes on to another panel and language, by who chairs there, and is let go; its page gets a new code', async () => {
    const page = await screens('POST', '');
    const screenId = randomUUID();
    expect(answer(await pair(page.body['code'] ?? '', screenId))).toBe('ok');
    const set = (by: string, change: object = {}) => day.give(by, 'screen.set', { screenId, name: 'Зал', language: 'ky', panelId: day.id('panel-2'), ...change });
    expect(answer(await set('cso-1'))).toBe('request.not-found');
    expect(answer(await set('moderator', { name: '' }))).toBe('request.invalid');
    expect(answer(await set('moderator', { screenId: randomUUID() }))).toBe('request.not-found');
    expect(answer(await set('moderator'))).toBe('ok');
    expect((await screens('GET', '/me', page.cookie)).body).toMatchObject({ state: 'paired', screenId, language: 'ky', panelId: day.id('panel-2') });
    expect(answer(await day.give('cso-1', 'screen.release', { screenId }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'screen.release', { screenId }))).toBe('ok');
    for (const again of [day.give('moderator', 'screen.release', { screenId }), set('moderator')]) expect(answer(await again)).toBe('request.not-found');
    expect((await screens('GET', '/me', page.cookie)).body).toEqual({ state: 'new' });
    const sessions = day.server.app.get(ScreenSessions, { strict: false });
    expect(await sessions.resolveScreen(page.cookie.split('=')[1], day.space)).toEqual({ kind: 'anonymous' });
    const anew = await screens('POST', '', page.cookie);
    expect(answer(await pair(anew.body['code'] ?? '', screenId))).toBe('request.id-reused');
    expect(answer(await pair(anew.body['code'] ?? ''))).toBe('ok');
  });
});

describe('what is shown', () => {
  it('is a question that the room has seen, and its author by consent only', async () => {
    const [silent, named] = [randomUUID(), randomUUID()];
    for (const [by, questionId] of [['cso-1', silent], ['cso-4', named]] as const) await day.give(by, 'question.ask', { questionId, panelId: panelId(), text: 'Вопрос', language: 'ru', anonymous: false, toSeat: null });
    expect(await show({ kind: 'question', questionId: silent })).toMatchObject({ code: 'request.not-found', path: 'view.questionId' });
    for (const questionId of [silent, named]) await day.give('moderator', 'question.approve', { questionId });
    await show({ kind: 'question', questionId: silent });
    expect(await shown()).toMatchObject({ data: { view: { text: 'Вопрос', author: null, groupId: day.id('cso') } } });
    await show({ kind: 'question', questionId: named });
    expect(await shown()).toMatchObject({ audience: 'public', data: { panelId: panelId(), view: { author: 'Назгүл Гүлбакова' } } });
    expect(answer(await show({ kind: 'question', questionId: named }, day.id('panel-2')))).toBe('request.not-found');
  });

  it('is the speaker, or none', async () => {
    expect(await show({ kind: 'speaker', panelId: panelId() })).toMatchObject({ code: 'request.not-found', path: 'view.panelId' });
    const turnId = randomUUID();
    await day.give('moderator', 'turn.start', { turnId, panelId: panelId(), handId: null, seatId: day.id('business-4'), after: null, limitMs: 60_000 });
    await show({ kind: 'speaker', panelId: panelId() });
    expect(await shown()).toMatchObject({ data: { view: { turnId, name: 'Чынара Өрүкзарова', groupId: day.id('business') } } });
  });

  it('is a proposal with its number, a text, a break; nothing of another dialogue', async () => {
    expect(answer(await show({ kind: 'proposal', proposalId: day.id('proposal-1') }))).toBe('ok');
    expect(await shown()).toMatchObject({ data: { view: { kind: 'proposal', number: '1.1', language: 'ru' } } });
    expect(answer(await show({ kind: 'proposal', proposalId: day.id('proposal-3') }))).toBe('request.not-found');
    expect(answer(await show({ kind: 'proposal', proposalId: day.id('proposal-3') }, null))).toBe('ok');
    expect(answer(await show({ kind: 'vote', voteId: randomUUID() }))).toBe('request.not-found');
    for (const view of [{ kind: 'programme' }, { kind: 'join' }, { kind: 'break', text: { ru: 'Перерыв' } }, { kind: 'text', text: {} }] as const) expect(answer(await show(view))).toBe('ok');
  });
});
