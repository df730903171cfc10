import { describe, expect, it } from '@jest/globals';
import { Gather } from './gather.js';

describe('one read of many', () => {
  it('reads together what is asked in one turn, and what is asked meanwhile by the next read', async () => {
    const reads: number[][] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const gather = new Gather<number, string>(async (keys) => {
      reads.push([...keys]);
      if (reads.length === 1) await held;
      return keys.map(String);
    });
    const first = [gather.get(1), gather.get(2)];
    await new Promise((resolve) => { setImmediate(() => setImmediate(resolve)); });
    const later = [gather.get(2), gather.get(3)];
    release();
    expect(await Promise.all([...first, ...later])).toEqual(['1', '2', '2', '3']);
    expect(reads).toEqual([[1, 2], [2, 3]]);
  });

  it('fails those who asked and serves those who come after', async () => {
    let isBroken = true;
    const gather = new Gather<number, number>(async (keys) => {
      if (isBroken) throw new Error('no connection');
      return keys;
    });
    await expect(Promise.all([gather.get(1), gather.get(2)])).rejects.toThrow('no connection');
    isBroken = false;
    expect(await gather.get(3)).toBe(3);
  });
});
