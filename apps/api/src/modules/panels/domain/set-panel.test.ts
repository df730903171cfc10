import { describe, expect, it } from '@jest/globals';
import { LIMITS, type PanelSetup } from '@tegerek/contracts';
import { checkPanel } from './set-panel.js';

const setup = (change: Partial<PanelSetup> = {}): PanelSetup => ({
  id: 'p1', number: 1, title: {}, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: ['m'], rapporteurs: [], panellists: [], premoderation: true, ...change,
});
const panels = [{ id: 'p1', number: 1, phase: 'open' as const }, { id: 'p2', number: 2, phase: 'closed' as const }];

describe('checkPanel', () => {
  it('lets a new panel in and an old one change, its own number included', () => {
    expect(checkPanel(setup(), { panels, missingSeats: [] })).toBeNull();
    expect(checkPanel(setup({ id: 'p3', number: 3 }), { panels, missingSeats: [] })).toBeNull();
  });

  it.each([
    ['a closed panel', setup({ id: 'p2', number: 2 }), [], 'panel.phase', undefined],
    ['a number that is taken', setup({ number: 2 }), [], 'request.invalid', 'number'],
    ['a foreign moderator', setup(), ['m'], 'request.not-found', 'moderators'],
    ['a foreign panellist', setup({ panellists: ['x'] }), ['x'], 'request.not-found', 'panellists'],
  ])('refuses %s', (_name, asked, missingSeats, code, path) => {
    expect(checkPanel(asked, { panels, missingSeats })).toMatchObject(path === undefined ? { code } : { code, path });
  });

  it('refuses more panels than the limit', () => {
    const full = Array.from({ length: LIMITS.panels }, (_, i) => ({ id: `x${i}`, number: i + 1, phase: 'scheduled' as const }));
    expect(checkPanel(setup({ number: 40 }), { panels: full, missingSeats: [] })).toMatchObject({ code: 'request.invalid', path: 'id' });
  });
});
