import { describe, expect, it } from '@jest/globals';
import type { RawEntry } from '../log/log.store.js';
import { Tail } from './tail.js';

const SPACE = '00000000-0000-4000-8000-00000000000a';
const entry = (seq: number): RawEntry => ({ seq, hash: String(seq).padStart(64, '0'), at: seq, epoch: 1, events: [] });
const row = ({ events, ...rest }: RawEntry) => ({ ...rest, events: JSON.stringify(events) });

/** A tail over a list that stands for the table, with what it handed on and how often it read. */
function tailOver(log: RawEntry[]) {
  const handedOn: number[] = [];
  const seen = { reads: 0 };
  let hold: Promise<void> | null = null;
  const tail = new Tail(SPACE, async (sql, [, after]) => {
    seen.reads++;
    const rows = sql.includes('log.head') ? log.slice(-1) : sql.includes('seq = $2') ? log.filter(({ seq }) => seq === Number(after)) : log.filter(({ seq }) => seq > Number(after)).map(row);
    await hold;
    return rows;
  }, (_space, entries) => { handedOn.push(...entries.map(({ seq }) => seq)); });
  return { tail, handedOn, seen, holdBack: (until: Promise<void> | null) => { hold = until; } };
}

describe('what this node committed itself', () => {
  it('is folded and handed on without a read, in its place only', async () => {
    const log = [entry(1)];
    const { tail, handedOn, seen } = tailOver(log);
    expect(tail.offer([entry(1)])).toBe(false);
    await tail.catchUp();
    expect(tail.offer([entry(2), entry(3)])).toBe(true);
    expect([tail.seq, tail.head.hash, seen.reads]).toEqual([3, entry(3).hash, 1]);
    expect(await tail.runsSince(1, 10, 'room')).toEqual([{ from: 2, to: 3, hash: entry(3).hash }]);
    expect(tail.runsSince(1, 10, 'room')).toBe(tail.runsSince(1, 10, 'room'));
    expect(await tail.runsSince(1, 1, 'room')).toBe(null);
    expect(tail.offer([entry(5)])).toBe(false);
    expect(tail.offer([entry(3)])).toBe(false);
    log.push(entry(2), entry(3), entry(4), entry(5));
    await tail.catchUp();
    expect(handedOn).toEqual([2, 3, 4, 5]);
  });

  it('waits for a read that is on its way: nothing is handed on twice or early', async () => {
    const log = [entry(1)];
    const { tail, handedOn, holdBack } = tailOver(log);
    await tail.catchUp();
    log.push(entry(2));
    let release = (): void => undefined;
    holdBack(new Promise((resolve) => { release = resolve; }));
    const reading = tail.catchUp();
    expect(tail.offer([entry(2)])).toBe(false);
    log.push(entry(3));
    holdBack(null);
    release();
    await reading;
    await tail.catchUp();
    expect(handedOn).toEqual([2, 3]);
  });
});

describe('those who come back from one place', () => {
  it('read the hash that stands there once, and get one list until something new is committed', async () => {
    const log = [entry(1), entry(2), entry(3)];
    const { tail, seen } = tailOver(log);
    await tail.catchUp();
    expect(await Promise.all([tail.hashAt(1), tail.hashAt(1), tail.hashAt(1)])).toEqual(Array.from({ length: 3 }, () => entry(1).hash));
    expect(seen.reads).toBe(2);
    const [one, other] = await Promise.all([tail.runsSince(1, 10, 'room'), tail.runsSince(1, 10, 'room')]);
    expect(one).toBe(other);
    expect(seen.reads).toBe(3);
    tail.offer([entry(4)]);
    log.push(entry(4));
    expect(await tail.runsSince(1, 10, 'room')).toEqual([{ from: 2, to: 4, hash: entry(4).hash }]);
  });
});
