import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CoreSlice, Me } from '@tegerek/contracts/wire';
import { LiveStore } from './state.js';
import { ViewKeeper } from './view-keeper.js';
import type { KeptView, ViewStorage } from './view-storage.js';

const core = (slug: string) => ({ dialogueId: 'd', setup: { slug } }) as unknown as CoreSlice;
const me = (seq: number) => ({ seatId: 's', seq }) as unknown as Me;
const view = (slug: string): KeptView => ({ core: core(slug), panels: {}, me: me(900), audience: 'room' });

function memory(kept?: KeptView): ViewStorage & { kept: KeptView | undefined } {
  return {
    kept,
    async load() { return this.kept; },
    async save(next) { this.kept = next; },
    async forget() { this.kept = undefined; },
  };
}

describe('the last view of a space', () => {
  let keeper: ViewKeeper;
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { keeper.stop(); jest.useRealTimers(); });
  const started = (storage: ViewStorage) => {
    const store = new LiveStore('d', 's');
    keeper = new ViewKeeper(store, storage);
    keeper.start();
    return store;
  };

  it('stands until the first snapshot, and never before what the server says of me', async () => {
    const store = started(memory(view('yesterday')));
    await jest.advanceTimersByTimeAsync(0);
    expect(store.get()).toMatchObject({ core: core('yesterday'), me: { seq: 0 }, seq: 0 });
    store.set({ core: core('today'), seq: 7, me: me(3) });
    expect(store.get().core).toEqual(core('today'));
  });

  it('comes too late for a snapshot that is here', async () => {
    const storage = memory(view('yesterday'));
    const store = started(storage);
    store.set({ core: core('today'), seq: 7 });
    await jest.advanceTimersByTimeAsync(0);
    expect(store.get().core).toEqual(core('today'));
  });

  it('is the newest once a second, and at once when the page is left', async () => {
    const storage = memory();
    const store = started(storage);
    store.set({ core: core('one'), seq: 1 });
    store.set({ core: core('two'), seq: 2 });
    expect(storage.kept).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(storage.kept?.core).toEqual(core('two'));
    store.set({ core: core('three'), seq: 3 });
    dispatchEvent(new Event('pagehide'));
    expect(storage.kept?.core).toEqual(core('three'));
  });

  it('goes when nobody is signed in any more, and does not come back', async () => {
    const storage = memory(view('yesterday'));
    const store = started(storage);
    keeper.forget();
    store.set({ core: core('late'), seq: 9 });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(storage.kept).toBeUndefined();
  });
});
