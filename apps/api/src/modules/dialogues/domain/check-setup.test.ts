import { describe, expect, it } from '@jest/globals';
import type { DialogueSetup, PanelSetup } from '@tegerek/contracts';
import { checkFirstPanels, checkGroups, checkSetup } from './check-setup.js';

const setup = (change: Partial<DialogueSetup> = {}): DialogueSetup => ({
  slug: 'demo', title: {}, goals: [], description: {}, place: {}, date: '2026-11-24', timeZone: 'Asia/Bishkek', languages: ['ru', 'ky'], contacts: [], privacyNotice: {}, ...change,
});
const panel = (id: string, number: number, change: Partial<PanelSetup> = {}): PanelSetup => ({
  id, number, title: {}, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: [], rapporteurs: [], panellists: [], premoderation: false, ...change,
});

describe('checkSetup', () => {
  it('knows the time zones and wants each language once', () => {
    expect(checkSetup(setup())).toBeNull();
    expect(checkSetup(setup({ timeZone: 'Asia/Nowhere' }))).toMatchObject({ code: 'request.invalid', path: 'timeZone' });
    expect(checkSetup(setup({ timeZone: '' }))).toMatchObject({ path: 'timeZone' });
    expect(checkSetup(setup({ languages: ['ru', 'ru'] }))).toMatchObject({ path: 'languages.1' });
  });
});

describe('checkGroups', () => {
  it('wants each group once', () => {
    const group = { id: 'a', title: {}, sign: {}, tone: 0 };
    expect(checkGroups([group, { ...group, id: 'b' }])).toBeNull();
    expect(checkGroups([group, group])).toMatchObject({ path: 'groups.1.id' });
  });
});

describe('checkFirstPanels', () => {
  it.each([
    ['in order, with seats that come later', [panel('a', 1, { moderators: ['m'] }), panel('b', 2)], null],
    ['an id twice', [panel('a', 1), panel('a', 2)], 'panels.1.id'],
    ['a number twice', [panel('a', 1), panel('b', 1)], 'panels.1.number'],
  ])('%s', (_name, panels, path) => {
    expect(checkFirstPanels(panels)?.path ?? null).toBe(path);
  });
});
