import { describe, expect, it } from '@jest/globals';
import { idList, numberOf, pageOf } from './request.js';

const A = '0c8a4f0e-0000-4000-8000-000000000001';
const B = '0c8a4f0e-0000-4000-8000-000000000002';

describe('request values', () => {
  it('keeps ids once, drops the rest and never takes more than asked for', () => {
    expect(idList(`${A},x,${B},${A}`, 200)).toEqual([A, B]);
    expect(idList(`${A},${B}`, 1)).toEqual([A]);
    expect(idList([A], 200)).toEqual([]);
    expect(idList(undefined, 200)).toEqual([]);
  });

  it.each([['17', 17], ['0', 0], ['-1', 0], ['1.5', 0], ['x', 0], [undefined, 0], ['100000', 0]])('after %s', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });

  it.each([['3', 3], ['0', 1], ['-1', 1], ['1.5', 1], ['x', 1], [undefined, 1], ['1e9', 1]])('page %s', (value, page) => {
    expect(pageOf(value)).toBe(page);
  });
});
