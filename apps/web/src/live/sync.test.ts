import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { canonicalize, SOCKET, type Entry, type JoinRefused, type JoinReply, type JoinRequest, type Run } from '@tegerek/contracts/wire';
import { emptyPanel, emptySnapshot } from '@tegerek/replica';
import { ServerClock } from './clock.js';
import type { Link } from './link.js';
import { LiveStore } from './state.js';
import { Sync } from './sync.js';

const SPACE = '0c8a4f0e-0000-4000-8000-000000000001';
const hashOf = (seq: number) => `hash-${seq}`;
const entry = (seq: number): Entry => ({ seq, hash: hashOf(seq), at: seq, events: [{ type: seq % 2 === 0 ? 'dialogue.opened' : 'dialogue.closed', v: 1, audience: 'public', data: {} }] });
const reply = (change: Partial<JoinReply>): JoinReply => ({ ok: true, epoch: 1, rights: 'r', audience: 'room', head: { seq: 10, hash: hashOf(10) }, now: Date.now(), counters: {}, ...change });

/** A server with a log of `length` entries: `join` by socket, slices and entries by HTTP. */
function server(length: number) {
  const requests: JoinRequest[] = [];
  /** `meanwhile` happens once, while slices travel. */
  const state: { length: number; isForked: boolean; meanwhile?: (() => void) | undefined } = { length, isForked: false };
  const answer = (request: JoinRequest): JoinReply | JoinRefused => {
    requests.push(request);
    const head = { seq: state.length, hash: hashOf(state.length) };
    if (state.isForked) return { ok: false, code: 'request.stale', diverged: { epoch: 1, ...head } };
    if (request.lastSeq === undefined) return reply({ head, slices: [{ slice: 'core', at: head.seq, url: '' }] });
    return reply({ head, runs: Array.from({ length: head.seq - request.lastSeq }, (_, i) => entry((request.lastSeq ?? 0) + 1 + i)) });
  };
  const snapshotAt = (seq: number, panels: readonly string[]) => ({ core: { ...emptySnapshot(SPACE).core, phase: seq % 2 === 0 ? 'open' : 'closed' }, panels: Object.fromEntries(panels.map((id) => [id, emptyPanel(id)])) });
  globalThis.fetch = jest.fn((input: unknown) => {
    const url = new URL(String(input), 'http://x');
    const after = url.searchParams.get('after');
    const panels = (url.pathname.split('/slices/')[1] ?? '').split(',').filter((name) => name.startsWith('panel-')).map((name) => name.slice('panel-'.length));
    const { meanwhile } = state;
    if (url.pathname.includes('/slices/')) { state.meanwhile = undefined; meanwhile?.(); }
    const body = url.pathname.includes('/slices/')
      ? { epoch: 1, seq: state.length, hash: hashOf(state.length), rights: 'r', snapshot: snapshotAt(state.length, panels), counters: {} }
      : answer({ space: SPACE, as: 'seat', protocol: 1, ...(after === null ? {} : { lastSeq: Number(after) }) });
    return Promise.resolve({ status: 200, headers: new Map([['content-type', 'application/json']]), json: () => Promise.resolve(body) });
  }) as unknown as typeof fetch;
  return { state, requests, answer };
}

/** `greeted`: what the socket was answered while it connected, once. */
function client(host: ReturnType<typeof server>, greeted: (JoinReply | JoinRefused)[] = []) {
  const store = new LiveStore(SPACE, 'seat-1');
  const refusals: JoinRefused[] = [];
  const link = { greeted: () => { const answer = greeted.shift(); return answer === undefined ? null : Promise.resolve(answer); }, request: (name: string, request: JoinRequest) => (name === SOCKET.join ? Promise.resolve(host.answer(request)) : Promise.reject(new Error(name))) } as unknown as Link;
  const sync = new Sync({ store, link, clock: new ServerClock(), as: 'seat', onApplied: () => undefined, onRefused: (refusal) => { refusals.push(refusal); } });
  stops.push(() => sync.stop());
  return { store, sync, refusals };
}

const stops: (() => void)[] = [];
afterEach(() => { for (const stop of stops.splice(0)) stop(); });

describe('sync', () => {
  it('takes a snapshot first and then follows pushed runs, silent stretches included', async () => {
    const host = server(10);
    const { store, sync } = client(host);
    await sync.join();
    expect(store.get()).toMatchObject({ seq: 10, audience: 'room', core: { phase: 'open' } });
    const silent: Run = { from: 11, to: 12, hash: hashOf(12) };
    sync.receive([silent, entry(13)]);
    expect(store.get()).toMatchObject({ seq: 13, core: { phase: 'closed' } });
  });

  it('resumes from its place: the missed entries only, and the state equals a fresh one', async () => {
    const host = server(10);
    const missed = client(host);
    await missed.sync.join();
    host.state.length = 15;
    await missed.sync.join();
    expect(host.requests[1]).toMatchObject({ lastSeq: 10, lastHash: hashOf(10), epoch: 1, rights: 'r' });
    const fresh = client(host);
    await fresh.sync.join();
    const state = ({ store }: typeof fresh) => canonicalize({ core: store.get().core ?? emptySnapshot(SPACE).core, panels: store.get().panels });
    expect(state(missed)).toBe(state(fresh));
  });

  it('takes what was asked while connecting, unless a snapshot came meanwhile or is due', async () => {
    const host = server(10);
    const greeted: (JoinReply | JoinRefused)[] = [];
    const { store, sync } = client(host, greeted);
    const greet = () => { greeted.push(host.answer(sync.greeting())); };
    greet();
    await sync.resume();
    await sync.join();
    expect(host.requests.map(({ lastSeq }) => lastSeq)).toEqual([undefined, undefined, 10]);
    host.state.length = 12;
    greet();
    await sync.join();
    expect([store.get().seq, host.requests.length]).toEqual([12, 4]);
    greet();
    sync.forgetPlace();
    await sync.join();
    expect(host.requests.at(-1)?.lastSeq).toBeUndefined();
  });

  it('holds what comes after a hole and fetches the hole when it lasts', async () => {
    const host = server(10);
    const { store, sync } = client(host);
    await sync.join();
    host.state.length = 13;
    sync.receive([entry(13)]);
    expect(store.get().seq).toBe(10);
    while (store.get().seq < 13) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(store.get().core?.phase).toBe('closed');
  });

  it('takes no snapshot without a panel that a screen began to show meanwhile', async () => {
    const host = server(10);
    const { store, sync } = client(host);
    const shown: string[][] = [];
    store.subscribe(() => { shown.push(Object.keys(store.get().panels)); });
    host.state.meanwhile = () => { void sync.hold('p'); };
    await sync.join();
    expect(new Set(shown.map((panels) => panels.join()))).toEqual(new Set(['p']));
  });

  it('drops what it has', async () => {
    const { store, sync } = client(server(10));
    await sync.join();
    const before = store.get().core;
    sync.receive([entry(9), entry(10)]);
    expect(store.get().core).toBe(before);
  });

  it('tells a forked log and keeps what was seen', async () => {
    const host = server(10);
    const { store, sync, refusals } = client(host);
    await sync.join();
    host.state.isForked = true;
    host.state.length = 4;
    await sync.join();
    expect(refusals).toEqual([expect.objectContaining({ diverged: { epoch: 1, seq: 4, hash: hashOf(4) } })]);
    expect(store.get().seq).toBe(10);
  });

  it('knows that the session is gone when a seat is shown the public view', async () => {
    const host = server(10);
    const { sync, refusals } = client(host);
    host.answer = () => reply({ audience: 'public' });
    await sync.join();
    expect(refusals.map((refusal) => refusal.code)).toEqual(['session.missing']);
  });

  it('counters are absolute: an older version changes nothing', async () => {
    const { store, sync } = client(server(10));
    sync.counters({ a: { version: 5, byGroup: { g: 5 } } });
    sync.counters({ a: { version: 4, byGroup: { g: 4 } }, b: { version: 1, byGroup: {} } });
    expect(store.get().counters).toEqual({ a: { version: 5, byGroup: { g: 5 } }, b: { version: 1, byGroup: {} } });
  });
});
