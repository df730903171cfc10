import { describe, expect, it } from '@jest/globals';
import { refusalOfError } from '../errors/faults.js';
import { PasswordGate } from './password-gate.js';

/** Checks that end when they are told to, in the order in which they began. */
function checks() {
  const ends: ((isRight: boolean) => void)[] = [];
  return { begun: () => ends.length, end: (i: number) => ends[i]?.(true), check: () => new Promise<boolean>((resolve) => { ends.push(resolve); }) };
}

const turn = () => new Promise((resolve) => { setImmediate(resolve); });

describe('PasswordGate', () => {
  it('runs a few at once, lets some wait in order and sends the rest away as busy', async () => {
    const gate = new PasswordGate(2, 1);
    const { begun, end, check } = checks();
    const [first, second, third] = [gate.run(check), gate.run(check), gate.run(check)];
    const sentAway: unknown = await gate.run(check).catch((error: unknown) => error);
    expect(refusalOfError(sentAway)).toEqual({ code: 'server.busy', transient: true });
    expect(begun()).toBe(2);
    end(0);
    await first;
    await turn();
    expect(begun()).toBe(3);
    end(1);
    end(2);
    expect(await Promise.all([second, third])).toEqual([true, true]);
  });

  it('gives the place on when a check fails, and is free afterwards', async () => {
    const gate = new PasswordGate(1, 5);
    const failing = gate.run(() => Promise.reject(new Error('broken')));
    const next = gate.run(() => Promise.resolve('served'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('served');
    expect(await gate.run(() => Promise.resolve('again'))).toBe('again');
  });
});
