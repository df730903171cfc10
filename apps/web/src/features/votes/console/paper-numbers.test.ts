import { describe, expect, it } from '@jest/globals';
import { seatNumbers } from './paper-numbers.js';

describe('seat numbers as they are written', () => {
  it.each<[string, number[] | null]>([['3, 7, 12-15', [3, 7, 12, 13, 14, 15]], ['7 3\n3', [3, 7]], ['12–13', [12, 13]], ['', null], ['x', null], ['5-3', null], ['0', null], ['1-9999', null], ['1.5', null]])('%j', (text, numbers) => {
    expect(seatNumbers(text)).toEqual(numbers);
  });
});
