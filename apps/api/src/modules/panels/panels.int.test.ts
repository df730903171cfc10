import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PanelPhase, PanelSetup } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

const move = (to: PanelPhase, reason?: string, by = 'moderator', panel = 'panel-1') => day.give(by, 'panel.move-phase', { panelId: day.id(panel), to, ...(reason === undefined ? {} : { reason }) });
const panelIds = () => [1, 2, 3, 4].map((n) => day.id(`panel-${n}`));
const setup = (change: Partial<PanelSetup> = {}): PanelSetup => ({
  id: randomUUID(), number: 9, title: { ru: 'Новая' }, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: [day.id('moderator')], rapporteurs: [], panellists: [], premoderation: false, ...change,
});

describe('panel.move-phase', () => {
  it('goes one step, for the moderator of the panel, and tells who saw an older one', async () => {
    expect(answer(await move('open', undefined, 'cso-4'))).toBe('request.not-found');
    expect(answer(await move('discussion'))).toBe('panel.transition');
    expect(answer(await move('open'))).toBe('ok');
    expect(await day.give('moderator-2', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'discussion' }, { rev: 0 })).toMatchObject({ code: 'request.stale', details: { rev: 1, phase: 'open' } });
    expect(answer(await day.give('moderator-2', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'discussion' }, { rev: 1 }))).toBe('ok');
    expect(answer(await day.give('moderator', 'panel.move-phase', { panelId: randomUUID(), to: 'open' }))).toBe('request.not-found');
  });

  it('goes back with a reason, and not while somebody speaks', async () => {
    expect(answer(await move('open'))).toBe('panel.reason-needed');
    const turnId = randomUUID();
    await day.give('moderator', 'turn.start', { turnId, panelId: day.id('panel-1'), handId: null, seatId: day.id('cso-4'), after: null, limitMs: 60_000 });
    expect(answer(await move('open', 'рано'))).toBe('panel.busy');
    await day.give('moderator', 'turn.end', { turnId });
    expect(answer(await move('open', 'рано'))).toBe('ok');
    await move('discussion');
  });

  it('lowers raised hands when the floor closes', async () => {
    await move('formulation');
    const handId = randomUUID();
    expect(answer(await day.give('cso-1', 'hand.raise', { handId, panelId: day.id('panel-1'), kind: 'reply' }))).toBe('ok');
    expect(answer(await move('decision'))).toBe('ok');
    expect(answer(await day.give('cso-1', 'hand.lower', { handId }))).toBe('hand.gone');
    expect(answer(await day.give('cso-1', 'hand.raise', { handId: randomUUID(), panelId: day.id('panel-1'), kind: 'reply' }))).toBe('panel.phase');
  });

  it('closes with nothing decided only for a stated reason', async () => {
    await move('ranking');
    expect(answer(await move('closed'))).toBe('panel.unformulated');
    expect(answer(await move('closed', 'нет кворума'))).toBe('ok');
  });
});

describe('panel.set', () => {
  it('adds and changes panels with seats of this dialogue', async () => {
    const panel = setup();
    expect(answer(await day.give('organizer', 'panel.set', panel))).toBe('ok');
    expect(answer(await day.give('organizer', 'panel.set', { ...panel, number: 10, premoderation: true }))).toBe('ok');
    expect(await day.give('organizer', 'panel.set', setup({ number: 2 }))).toMatchObject({ code: 'request.invalid', path: 'number' });
    expect(await day.give('organizer', 'panel.set', setup({ number: 11, rapporteurs: [randomUUID()] }))).toMatchObject({ code: 'request.not-found', path: 'rapporteurs' });
    expect(answer(await day.give('moderator', 'panel.set', setup({ number: 12 })))).toBe('request.not-found');
    expect(answer(await day.give('organizer', 'panel.set', setup({ id: day.id('panel-1'), number: 1 })))).toBe('panel.phase');
  });
});

describe('minutes', () => {
  it('are written by who runs the panel; a second writer overwrites nothing', async () => {
    const entryId = randomUUID();
    const panelId = day.id('panel-1');
    expect(answer(await day.give('rapporteur', 'minutes.add', { entryId, panelId, text: 'Открыли в 9:30.' }))).toBe('ok');
    expect(answer(await day.give('rapporteur', 'minutes.add', { entryId, panelId, text: 'Дважды.' }))).toBe('request.id-reused');
    expect(answer(await day.give('rapporteur', 'minutes.edit', { entryId, text: 'Открыли в 9:35.' }, { rev: 0 }))).toBe('ok');
    expect(await day.give('moderator', 'minutes.edit', { entryId, text: 'Открыли в 9:40.' }, { rev: 0 })).toMatchObject({ code: 'request.stale', details: { rev: 1, text: 'Открыли в 9:35.' } });
    expect(answer(await day.give('cso-1', 'minutes.edit', { entryId, text: 'x' }))).toBe('request.not-found');
    expect(answer(await day.give('rapporteur', 'minutes.edit', { entryId: randomUUID(), text: 'x' }))).toBe('request.not-found');
  });
});

describe('the dialogue', () => {
  it('changes programme and rule, keeps its slug to itself, and its groups once it is open', async () => {
    const [{ setup: programme, rule, groups }] = (await day.server.database.query('SELECT setup, rule, groups FROM dialogues.dialogue WHERE id = $1', [day.space])) as [{ setup: never; rule: object; groups: { id: string }[] }];
    expect(answer(await day.give('organizer', 'dialogue.edit', programme))).toBe('ok');
    expect(answer(await day.give('organizer', 'dialogue.edit', { ...(programme as object), timeZone: 'Mars/Base' } as never))).toBe('request.invalid');
    expect(answer(await day.give('organizer', 'dialogue.set-rule', { rule } as never))).toBe('ok');
    expect(await day.give('organizer', 'dialogue.set-rule', { rule: { ...rule, groups: [groups[0]?.id], requiredGroups: [] } } as never)).toMatchObject({ code: 'vote.rule-invalid', path: 'rule.groups' });
    expect(answer(await day.give('organizer', 'dialogue.set-groups', { groups } as never))).toBe('dialogue.phase');
    expect(answer(await day.give('organizer', 'dialogue.open', {}))).toBe('dialogue.phase');
  });

  it('closes when every panel that began is closed', async () => {
    await move('open', undefined, 'moderator', 'panel-2');
    expect(await day.give('organizer', 'dialogue.close', {})).toMatchObject({ code: 'dialogue.panels-open', details: { panels: [2] } });
    await move('scheduled', 'ошибка', 'moderator', 'panel-2');
    expect(answer(await day.give('organizer', 'dialogue.close', {}))).toBe('ok');
    for (const panelId of panelIds()) expect(answer(await day.give('moderator', 'panel.move-phase', { panelId, to: 'open' }))).toBe('dialogue.phase');
    expect(answer(await day.give('cso-1', 'seat.join', {}))).toBe('dialogue.phase');
  });
});
