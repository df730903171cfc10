import { describe, expect, it } from '@jest/globals';
import { judge, type Seen } from './judge.js';

const NOW = 1_800_000_000_000;
const seen = (change: Partial<Seen> = {}): Seen => ({ now: NOW, address: 'https://tegerek.example', isHttps: true, disk: { free: 9e9, total: 5e10 }, backupAt: NOW - 3_600_000, devices: 3, skewMs: 40, reach: 'reached', ...change });
const todo = (change: Partial<Seen>, printed = { badges: 50, sheets: 50 }) => judge(seen(change), printed, 50).filter(({ isFine }) => !isFine).map(({ id }) => id);

describe('the evening before', () => {
  it('is fine when everything is', () => { expect(todo({})).toEqual([]); });

  it.each<[string, Partial<Seen>, string]>([
    ['an address that only this machine knows', { address: 'http://localhost:3000', reach: 'here' }, 'address'], ['an address that does not answer', { reach: 'lost' }, 'address'], ['plain http', { address: 'http://192.168.1.5:3000' }, 'https'],
    ['a clock that runs away', { skewMs: -9_000 }, 'clock'], ['a full disk', { disk: { free: 1e9, total: 5e10 } }, 'disk'], ['an unknown disk', { disk: null }, 'disk'],
    ['no backup', { backupAt: null }, 'backup'], ['an old backup', { backupAt: NOW - 25 * 3_600_000 }, 'backup'], ['two phones', { devices: 2 }, 'phones'],
  ])('%s is to do', (_, change, id) => { expect(todo(change)).toContain(id); });

  it('files are to be made anew for people who were added since', () => {
    expect(todo({}, { badges: 40, sheets: 50 })).toEqual(['badges']);
    expect(judge(seen(), {}, 50).filter(({ isFine }) => !isFine).map(({ id }) => id)).toEqual(['badges', 'sheets']);
  });
});
