import { describe, expect, it } from '@jest/globals';
import { findRow } from './my-row.js';

describe('my row in the published list', () => {
  const list = '{"choice":"yes","group":"gov","number":1}\n{"choice":["a","b"],"group":"cso","number":2}\n';
  it('is found by number with the same choice', () => {
    expect(findRow(list, 1, 'yes')).toBe('found');
    expect(findRow(list, 2, ['a', 'b'])).toBe('found');
  });
  it('is another when the choice differs, and missing when the number is not there', () => {
    expect(findRow(list, 2, ['b', 'a'])).toBe('other');
    expect(findRow(list, 3, 'yes')).toBe('missing');
  });
});
