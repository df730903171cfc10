import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { authKeyHash, authKeyOf, ballotRootOf, formatCode, newCode, parseCode, secretOf } from './codes.js';

const DIALOGUE = '7f0d3c52-0000-4000-8000-000000000001';
const code = newCode((n) => new Uint8Array(randomBytes(n)));

describe('personal codes', () => {
  it('are read back as printed, in lower case, with look-alikes and Cyrillic letters', () => {
    expect(parseCode(formatCode(code))).toBe(code);
    expect(parseCode(` ${code.toLowerCase()} `)).toBe(code);
    expect(parseCode(code.replaceAll('0', 'О').replaceAll('A', 'А').replaceAll('1', 'l'))).toBe(code);
  });

  it('notice every single wrong character and every swap of different neighbours', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let missed = 0;
    for (let i = 0; i < code.length; i++) {
      for (const other of alphabet) {
        if (other !== code[i] && parseCode(code.slice(0, i) + other + code.slice(i + 1)) !== null) missed++;
      }
      const swapped = code.slice(0, i) + (code[i + 1] ?? '') + (code[i] ?? '') + code.slice(i + 2);
      if (swapped !== code && parseCode(swapped) !== null) missed++;
    }
    // mod 31 over 32 characters: 0 and Z stand alike, nothing else does
    expect(missed).toBeLessThanOrEqual([...code].filter((character) => '0Z'.includes(character)).length + 1);
  });

  it('refuse a wrong length and foreign characters', () => {
    expect(parseCode(code.slice(1))).toBeNull();
    expect(parseCode('')).toBeNull();
    expect(parseCode(`${code}0`)).toBeNull();
    expect(parseCode(code.slice(0, 13) + '!')).toBeNull();
  });

  it('give the same keys on every device and other keys in another dialogue', async () => {
    const secret = await secretOf(code, DIALOGUE);
    expect(await secretOf(code, DIALOGUE)).toBe(secret);
    expect(await secretOf(code, `${DIALOGUE.slice(0, -1)}2`)).not.toBe(secret);
    expect(authKeyOf(secret, DIALOGUE)).not.toBe(ballotRootOf(secret, DIALOGUE));
    expect(authKeyHash(authKeyOf(secret, DIALOGUE))).toMatch(/^[0-9a-f]{64}$/);
    // a page on plain http has no WebCrypto: the same secret, later
    const native = Object.getOwnPropertyDescriptor(globalThis, 'crypto') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try { expect(await secretOf(code, DIALOGUE)).toBe(secret); } finally { Object.defineProperty(globalThis, 'crypto', native); }
  });
});
