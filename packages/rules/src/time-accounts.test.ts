import { describe, expect, it } from '@jest/globals';
import { timeAccounts, type TimeFacts } from './time-accounts.js';

const ended = (seatId: string, groupId: string | null, spentMs: number) => ({ turnId: `${seatId}${spentMs}`, seatId, groupId, startedAt: 0, spentMs });
const panel = (change: Partial<TimeFacts>): TimeFacts => ({ turns: [], running: null, panellists: [], ...change });
const regions: Record<string, string> = { s1: 'Чүй', s2: 'Ош', s3: 'Ош' };
const regionOf = (seatId: string) => regions[seatId] ?? '';

describe('timeAccounts', () => {
  it('adds persons, groups, regions, panellists and floor over the panels of a day', () => {
    const first = panel({ turns: [ended('s1', 'a', 10), ended('s2', 'b', 20), ended('s1', 'a', 5)], panellists: ['s1'] });
    const second = panel({ turns: [ended('s1', 'a', 100), ended('s4', null, 7)], panellists: ['s3'] });
    expect(timeAccounts([first, second], regionOf, 0)).toEqual({
      totalMs: 142, panellistsMs: 15, floorMs: 127, bySeat: { s1: 115, s2: 20, s4: 7 }, byGroup: { a: 115, b: 20, '': 7 }, byRegion: { 'Чүй': 115, 'Ош': 20, '': 7 },
    });
  });

  it('counts the running turn without its pauses', () => {
    const running = { turnId: 't', seatId: 's3', groupId: 'b', startedAt: 1_000, limitMs: 60_000, pausedAt: null, pausedMs: 400 };
    expect(timeAccounts([panel({ running })], regionOf, 2_000)).toMatchObject({ totalMs: 600, floorMs: 600, byRegion: { 'Ош': 600 } });
    expect(timeAccounts([panel({ running: { ...running, pausedAt: 1_500 } })], regionOf, 9_000).totalMs).toBe(100);
  });
});
