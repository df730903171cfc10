import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Envelope, Reply } from '@tegerek/contracts/wire';
import { newId } from '../ids.js';
import { openStorage } from './idb-storage.js';
import { memoryStorage } from './memory-storage.js';
import { Outbox, type OutboxView } from './outbox.js';
import type { OutboxStorage } from './storage.js';

globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value))) as typeof structuredClone;

const SPACE = '0c8a4f0e-0000-4000-8000-000000000001';
const OBJECT = '0c8a4f0e-0000-4000-8000-000000000002';
const open: Outbox[] = [];
afterEach(() => { for (const outbox of open.splice(0)) outbox.stop(); });

const accept = (envelope: Envelope): Reply => ({ ok: true, id: envelope.id, seq: 7, hash: 'h', now: 1 });
const receive = (envelope: Envelope): Reply => {
  const { object, rev } = envelope.payload as { object: string; rev: number };
  return { ok: true, id: envelope.id, receipt: { object, rev, hash: `hash-${rev}`, number: 12 }, now: 1 };
};

interface Bench { outbox: Outbox; view: () => OutboxView; signedOut: () => number }

async function bench(storage: OutboxStorage, carry: (envelope: Envelope, lane: string) => Promise<Reply>, actor = 'seat-1'): Promise<Bench> {
  let view: OutboxView = { commands: [], presses: {} };
  let signedOut = 0;
  const outbox = new Outbox({ space: SPACE, actor, storage, carry, onView: (next) => { view = next; }, onSignedOut: () => { signedOut += 1; }, onReload: () => undefined });
  open.push(outbox);
  await outbox.start();
  return { outbox, view: () => view, signedOut: () => signedOut };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); });
}

const leave = (outbox: Outbox) => outbox.send('seat.leave', {});

describe.each([['memory', () => Promise.resolve(memoryStorage())], ['IndexedDB', () => openStorage(newId())]] as const)('outbox in %s', (_, storageOf) => {
  it('sends commands one after another, in the order in which they were written', async () => {
    const started: string[] = [];
    let flying = 0;
    let most = 0;
    const { outbox, view } = await bench(await storageOf(), async (envelope) => {
      started.push((envelope.payload as { language: string }).language);
      flying += 1;
      most = Math.max(most, flying);
      await new Promise((resolve) => { setTimeout(resolve, 1); });
      flying -= 1;
      return accept(envelope);
    });
    const sent = await Promise.all((['ru', 'ky', 'en'] as const).map((language) => outbox.send('seat.set-language', { language })));
    await Promise.all(sent.map((each) => each.settled));
    expect(started).toEqual(['ru', 'ky', 'en']);
    expect(most).toBe(1);
    expect(view().commands.map((row) => row.state)).toEqual(['recorded', 'recorded', 'recorded']);
  });

  it('forgets what is settled when it is much, the oldest first, and never what waits', async () => {
    const { outbox, view } = await bench(await storageOf(), (envelope) => Promise.resolve(accept(envelope)));
    const long = 'я'.repeat(60_000);
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { id, settled } = await outbox.send('proposal.save-draft' as 'seat.leave', { long } as unknown as Record<string, never>);
      expect((await settled).state).toBe('recorded');
      ids.push(id);
    }
    const last = await leave(outbox);
    await last.settled;
    expect(view().commands.map((row) => row.id)).toEqual([...ids.slice(-3), last.id]);
  });

  it('repeats the same id until there is an answer; silence, faults and busy are no answer', async () => {
    const ids: string[] = [];
    const { outbox } = await bench(await storageOf(), (envelope) => {
      ids.push(envelope.id);
      if (ids.length === 1) return Promise.reject(new Error('timeout'));
      if (ids.length === 2) return Promise.resolve({ ok: false, id: envelope.id, code: 'server.fault', now: 1 });
      return Promise.resolve(accept(envelope));
    });
    const { id, settled } = await leave(outbox);
    expect(await settled).toMatchObject({ id, state: 'recorded', seq: 7 });
    expect(ids).toEqual([id, id, id]);
  });

  it('keeps a refusal with its words for the person and goes on', async () => {
    let n = 0;
    const { outbox } = await bench(await storageOf(), (envelope) => {
      n += 1;
      return Promise.resolve(n === 1 ? { ok: false, id: envelope.id, code: 'panel.phase', path: 'panelId', now: 1 } : accept(envelope));
    });
    const [first, second] = [await leave(outbox), await leave(outbox)];
    expect(await first.settled).toMatchObject({ state: 'refused', refusal: { code: 'panel.phase', path: 'panelId' } });
    expect(await second.settled).toMatchObject({ state: 'recorded' });
  });

  it('holds everything when the session is gone', async () => {
    const { outbox, view, signedOut } = await bench(await storageOf(), (envelope) => Promise.resolve({ ok: false, id: envelope.id, code: 'session.missing', now: 1 }));
    await leave(outbox);
    await until(() => signedOut() > 0);
    expect(view().commands.map((row) => row.state)).toEqual(['sending']);
  });

  it('sends after a reload what was not answered before it, with the same id, and never under another seat', async () => {
    const storage = await storageOf();
    const ids: string[] = [];
    const before = await bench(storage, (envelope) => { ids.push(envelope.id); return new Promise<Reply>(() => undefined); });
    const { id } = await leave(before.outbox);
    await until(() => ids.length > 0);
    before.outbox.stop();
    const other = await bench(storage, (envelope) => Promise.resolve(accept(envelope)), 'seat-2');
    expect(other.view().commands).toEqual([]);
    const after = await bench(storage, (envelope) => { ids.push(envelope.id); return Promise.resolve(accept(envelope)); });
    await until(() => after.view().commands[0]?.state === 'recorded');
    expect(ids).toEqual([id, id]);
  });

  it('presses do not wait for the queue, and a newer one takes the place of an unsent older', async () => {
    const choices: unknown[] = [];
    let isOnline = false;
    const { outbox, view } = await bench(await storageOf(), (envelope, lane) => {
      if (lane === 'command') return new Promise<Reply>(() => undefined);
      if (!isOnline) return Promise.reject(new Error('offline'));
      choices.push((envelope.payload as { choice: unknown }).choice);
      return Promise.resolve(receive(envelope));
    });
    await leave(outbox);
    await outbox.press('ballot.cast', OBJECT, 'yes', 4);
    const second = await outbox.press('ballot.cast', OBJECT, 'no', 4);
    isOnline = true;
    outbox.wake();
    await until(() => view().presses[OBJECT]?.state === 'recorded');
    expect(choices).toEqual(['no']);
    expect(second.rev).toBe(6);
    expect(view().presses[OBJECT]).toMatchObject({ choice: 'no', receipt: { rev: 6, number: 12 } });
  });

  it('says «not counted» for a press after the close, and goes above a rev that another device left', async () => {
    const codes = ['ballot.rev-conflict', 'ballot.not-counted'] as const;
    let n = 0;
    const { outbox, view } = await bench(await storageOf(), (envelope) => {
      const code = codes[n] ?? 'ballot.not-counted';
      n += 1;
      return Promise.resolve({ ok: false, id: envelope.id, code, details: { rev: 9 }, now: 1 });
    });
    await outbox.press('ballot.cast', OBJECT, 'yes', 0);
    await until(() => view().presses[OBJECT]?.state === 'refused');
    const again = await outbox.press('ballot.cast', OBJECT, 'yes', 0);
    expect(again.rev).toBe(10);
    await until(() => view().presses[OBJECT]?.state === 'not-counted');
  });

  it('discards what is settled or never left, not what may have arrived', async () => {
    const { outbox, view } = await bench(await storageOf(), () => new Promise<Reply>(() => undefined));
    const flying = await leave(outbox);
    const waiting = await leave(outbox);
    await until(() => view().commands[0]?.state === 'sending');
    expect(await outbox.discard(flying.id)).toBe(false);
    expect(await outbox.discard(waiting.id)).toBe(true);
    expect(view().commands.map((row) => row.id)).toEqual([flying.id]);
  });

  it('of two tabs one sends, and both see it done', async () => {
    const storage = await storageOf();
    const ids: string[] = [];
    const carry = (envelope: Envelope) => { ids.push(envelope.id); return Promise.resolve(accept(envelope)); };
    const first = await bench(storage, carry);
    const second = await bench(storage, carry);
    const { id, settled } = await leave(second.outbox);
    first.outbox.wake();
    expect(await settled).toMatchObject({ id, state: 'recorded' });
    expect(ids).toEqual([id]);
    expect(first.view().commands).toHaveLength(1);
  });
});
