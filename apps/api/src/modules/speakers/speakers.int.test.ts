import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';

let day: TestDemo;
const panelId = () => day.id('panel-1');
beforeAll(async () => {
  day = await startTestDemo();
  await day.give('moderator', 'panel.move-phase', { panelId: panelId(), to: 'open' });
});
afterAll(() => day.close());

const raise = async (by: string, handId: string = randomUUID()) => ({ handId, code: answer(await day.give(by, 'hand.raise', { handId, panelId: panelId(), kind: 'contribution' })) });
const start = async (change: { handId?: string; seatId?: string; after?: string | null; turnId?: string }, by = 'moderator') => {
  const turnId = change.turnId ?? randomUUID();
  return { turnId, reply: await day.give(by, 'turn.start', { turnId, panelId: panelId(), handId: change.handId ?? null, seatId: change.seatId ?? null, after: change.after ?? null, limitMs: 60_000 }) };
};
const types = async (): Promise<string[]> => ((await day.server.database.query(
  `SELECT body::jsonb->>'type' AS type FROM log.payload WHERE log_id = $1 AND seq = (SELECT seq FROM log.head WHERE log_id = $1) ORDER BY i`, [day.space])) as { type: string }[]).map(({ type }) => type);

describe('the floor', () => {
  it('has one hand per seat, lowered by its owner or the moderator', async () => {
    const { handId, code } = await raise('cso-1');
    expect([code, (await raise('cso-1')).code, (await raise('observer')).code, (await raise('cso-2', handId)).code]).toEqual(['ok', 'hand.raised-already', 'request.not-found', 'request.id-reused']);
    expect(answer(await day.give('cso-2', 'hand.lower', { handId }))).toBe('request.not-found');
    expect(answer(await day.give('cso-1', 'hand.lower', { handId }))).toBe('ok');
    expect(answer(await day.give('cso-1', 'hand.lower', { handId }))).toBe('hand.gone');
    const again = await raise('cso-1');
    expect(again.code).toBe('ok');
    expect(answer(await day.give('moderator', 'hand.lower', { handId: again.handId }))).toBe('ok');
  });

  it('gives one person the word, and skips nobody when two moderators press together', async () => {
    const [first, second] = [await raise('cso-1'), await raise('cso-2')];
    const turn = await start({ handId: first.handId });
    expect(answer(turn.reply)).toBe('ok');
    expect(answer((await start({ handId: second.handId })).reply)).toBe('turn.moved-on');
    expect((await start({ handId: first.handId, after: turn.turnId })).reply).toMatchObject({ code: 'hand.gone' });
    const [one, two] = await Promise.all([start({ handId: second.handId, after: turn.turnId }), start({ seatId: day.id('business-4'), after: turn.turnId }, 'moderator-2')]);
    expect([answer(one.reply), answer(two.reply)].sort()).toEqual(['ok', 'turn.moved-on']);
    expect(await types()).toEqual(['turn.ended', 'turn.started']);
    const running = answer(one.reply) === 'ok' ? one.turnId : two.turnId;
    expect(answer(await day.give('moderator', 'turn.end', { turnId: turn.turnId }))).toBe('turn.moved-on');
    expect(answer(await day.give('cso-9', 'turn.end', { turnId: running }))).toBe('request.not-found');
    expect(answer(await day.give('moderator', 'turn.end', { turnId: running }))).toBe('ok');
  });

  it('takes the hand of a seat that is named, and lets a speaker end their own turn', async () => {
    const { handId } = await raise('government-1');
    const { turnId, reply } = await start({ seatId: day.id('government-1') });
    expect(answer(reply)).toBe('ok');
    expect(answer(await day.give('government-1', 'hand.lower', { handId }))).toBe('hand.gone');
    expect(answer(await day.give('government-1', 'turn.end', { turnId }))).toBe('ok');
    expect((await start({ seatId: randomUUID() })).reply).toMatchObject({ code: 'request.not-found', path: 'seatId' });
    expect((await start({})).reply).toMatchObject({ code: 'request.invalid', path: 'seatId' });
    expect(answer((await start({ seatId: day.id('cso-1'), turnId })).reply)).toBe('request.id-reused');
    expect(answer((await start({ seatId: day.id('cso-1') }, 'rapporteur')).reply)).toBe('request.not-found');
  });

  it.each(['seat.revoke', 'person.erase'] as const)('%s takes the hand down and ends the turn, in the same entry', async (name) => {
    const [speaker, waiting] = name === 'seat.revoke' ? ['government-7', 'government-8'] : ['business-7', 'business-8'];
    const { turnId } = await start({ handId: (await raise(speaker)).handId });
    await raise(waiting);
    for (const [key, happens] of [[waiting, 'hand.lowered'], [speaker, 'turn.ended']] as const) {
      expect(answer(await day.give('organizer', name, { seatId: day.id(key), reason: 'Передал бейдж' }))).toBe('ok');
      expect((await types()).slice(-2)).toEqual([name === 'seat.revoke' ? 'seat.revoked' : 'person.erased', happens]);
    }
    expect(answer(await day.give('moderator', 'turn.end', { turnId }))).toBe('turn.moved-on');
  });
});

describe('the clock of a turn', () => {
  const turnAct = async (name: 'turn.pause' | 'turn.resume', turnId: string, by = 'moderator') => answer(await day.give(by, name, { turnId }));
  const extend = (turnId: string, limitMs: number) => day.give('moderator', 'turn.extend', { turnId, limitMs });

  it('stands while it is paused; of two moderators at once one pauses, one extends', async () => {
    const { turnId, reply } = await start({ seatId: day.id('cso-5') });
    expect(answer(reply)).toBe('ok');
    expect((await Promise.all([turnAct('turn.pause', turnId), turnAct('turn.pause', turnId, 'moderator-2')])).sort()).toEqual(['ok', 'turn.paused']);
    expect(await turnAct('turn.pause', turnId, 'cso-5')).toBe('request.not-found');
    expect(await turnAct('turn.resume', turnId, 'rapporteur')).toBe('request.not-found');
    expect(await turnAct('turn.resume', turnId)).toBe('ok');
    expect(await turnAct('turn.resume', turnId)).toBe('turn.running');
    const both = await Promise.all([extend(turnId, 120_000), extend(turnId, 120_000)]);
    expect(both.map(answer).sort()).toEqual(['ok', 'turn.not-longer']);
    expect(await extend(turnId, 60_000)).toMatchObject({ code: 'turn.not-longer', path: 'limitMs', details: { limitMs: 120_000 } });
    // half a minute of pause is taken out of what was spoken
    await day.server.database.query('UPDATE speakers.turn SET started_at = started_at - 50000, paused_ms = paused_ms + 30000 WHERE id = $1', [turnId]);
    expect(await turnAct('turn.pause', turnId)).toBe('ok');
    expect(answer(await day.give('moderator', 'turn.end', { turnId }))).toBe('ok');
    const [ended] = (await day.server.database.query(`SELECT body::jsonb->'data' AS data FROM log.payload WHERE log_id = $1 AND body::jsonb->>'type' = 'turn.ended' ORDER BY seq DESC LIMIT 1`, [day.space])) as [{ data: { spentMs: number } }];
    expect(ended.data.spentMs).toBeGreaterThanOrEqual(20_000);
    expect(ended.data.spentMs).toBeLessThan(30_000);
    expect(await turnAct('turn.resume', turnId)).toBe('turn.moved-on');
    expect(answer(await extend(randomUUID(), 120_000))).toBe('request.not-found');
  });

  it('who runs the hall raises the hand of somebody without a phone, and of nobody else', async () => {
    const enter = (seatId: string, by = 'moderator', handId: string = randomUUID()) => day.give(by, 'hand.enter', { handId, panelId: panelId(), seatId, kind: 'contribution' });
    const handId = randomUUID();
    expect(answer(await enter(day.id('business-2'), 'moderator', handId))).toBe('ok');
    expect(answer(await enter(day.id('business-2')))).toBe('hand.raised-already');
    expect(await enter(day.id('business-3'), 'moderator', handId)).toMatchObject({ code: 'request.id-reused', path: 'handId' });
    expect(await enter(randomUUID())).toMatchObject({ code: 'request.not-found', path: 'seatId' });
    expect(await enter(day.id('observer'))).toMatchObject({ code: 'hand.no-group', path: 'seatId' });
    expect(answer(await enter(day.id('cso-1'), 'cso-2'))).toBe('request.not-found');
    expect(answer(await enter(day.id('cso-1'), 'rapporteur'))).toBe('request.not-found');
    expect(answer(await day.give('business-2', 'hand.lower', { handId }))).toBe('ok');
  });
});
