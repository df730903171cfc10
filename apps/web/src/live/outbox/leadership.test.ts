import { afterEach, describe, expect, it } from '@jest/globals';
import { seekLead, type Resign } from './leadership.js';
import { memoryStorage } from './memory-storage.js';

const open: Resign[] = [];
afterEach(() => { for (const resign of open.splice(0)) resign(); });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); });
}

describe('the lead among tabs without Web Locks', () => {
  it('is with one, and passes on when that page goes', async () => {
    const storage = memoryStorage();
    const leads: Record<string, boolean> = {};
    open.push(seekLead('box', storage, (isLeader) => { leads['first'] = isLeader; }));
    await until(() => leads['first'] === true);
    open.push(seekLead('box', storage, (isLeader) => { leads['second'] = isLeader; }));
    expect(await storage.lease('box', 'third', 1)).toBe(false);
    window.dispatchEvent(new Event('pagehide'));
    expect(leads['first']).toBe(false);
    await until(() => leads['first'] === true || leads['second'] === true);
    expect([leads['first'], leads['second']].filter(Boolean)).toHaveLength(1);
  });

  it('is taken up at once by the same tab after a reload, whatever became of its last write', async () => {
    const storage = memoryStorage();
    let holder = '';
    const deaf = { ...storage, lease: (name: string, who: string, ttlMs: number) => { holder = who; return ttlMs === 0 ? Promise.resolve(true) : storage.lease(name, who, ttlMs); } };
    let leads = false;
    const before = seekLead('box', deaf, (isLeader) => { leads = isLeader; });
    await until(() => leads);
    const first = holder;
    window.dispatchEvent(new Event('pagehide'));
    before();
    open.push(seekLead('box', deaf, (isLeader) => { leads = isLeader; }));
    await until(() => leads);
    expect(holder).toBe(first);
    expect(sessionStorage.length).toBe(0);
  });
});
