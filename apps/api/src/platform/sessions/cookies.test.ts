import { describe, expect, it } from '@jest/globals';
import { cookieOf, cookieOptions } from './cookies.js';

describe('cookieOf', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['tegerek_sid=abc', 'abc'],
    ['a=1; tegerek_sid=abc-_1; tegerek_sid=later', 'abc-_1'],
    ['xtegerek_sid=abc; tegerek_sid', undefined],
    ['tegerek_sid=', undefined],
  ])('reads %s', (header, value) => {
    expect(cookieOf(header, 'tegerek_sid')).toBe(value);
  });
});

describe('cookieOptions', () => {
  it('is never readable by scripts, and secure exactly over https', () => {
    expect(cookieOptions(false)).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false });
    expect(cookieOptions(true).secure).toBe(true);
  });
});
