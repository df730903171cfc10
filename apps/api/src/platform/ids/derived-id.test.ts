import { describe, expect, it } from '@jest/globals';
import { id } from '@tegerek/contracts';
import { derivedId } from './derived-id.js';

describe('derivedId', () => {
  it('is an id, the same for the same parts, another for others', () => {
    const made = Array.from({ length: 200 }, (_, i) => derivedId('floor', String(i)));
    expect(made.every((value) => id.safeParse(value).success)).toBe(true);
    expect(new Set(made).size).toBe(200);
    expect(derivedId('floor', '7')).toBe(made[7]);
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
  });
});
