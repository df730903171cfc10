import { describe, expect, it } from '@jest/globals';
import { groupCode, signsIn } from './code-field.js';

describe('a typed code', () => {
  it('is grouped as on the badge while it is typed, whatever separators come', () => {
    expect(['0wj', '0wj42v', '0wj42 vaec1 mtdf', '0WJ42-VAEC1-MTDF'].map(groupCode)).toEqual(['0WJ', '0WJ42-V', '0WJ42-VAEC1-MTDF', '0WJ42-VAEC1-MTDF']);
  });
  it('keeps what is too much, so that a slip is seen', () => {
    expect(groupCode('0WJ42VAEC1MTDFX')).toBe('0WJ42-VAEC1-MTDFX');
    expect(signsIn('0WJ42-VAEC1-MTDFX')).toBe(15);
  });
});
