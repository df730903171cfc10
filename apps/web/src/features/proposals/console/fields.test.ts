import { describe, expect, it } from '@jest/globals';
import type { Formulation } from '@tegerek/contracts/wire';
import { conflicts, missingFields, NO_EDITS, typed } from './fields.js';

const saved: Formulation = { title: 't', text: 'old', addressee: 'a', responsible: '', deadline: '', indicator: '', region: '' };

describe('fields of a proposal', () => {
  it('names what a decision lacks', () => {
    expect(missingFields(saved)).toEqual(['responsible', 'deadline']);
  });

  it('keeps only what the person changed, with the revision that they saw', () => {
    const edits = typed(typed(NO_EDITS, 'text', 'mine', saved, 4), 'deadline', '2027', saved, 5);
    expect(edits).toEqual({ rev: 4, fields: { text: 'mine', deadline: '2027' }, seen: { text: 'old', deadline: '' } });
    expect(typed(edits, 'deadline', '', saved, 5)).toEqual({ rev: 4, fields: { text: 'mine' }, seen: { text: 'old' } });
  });

  it('sees a conflict only where another writer touched the same field', () => {
    const edits = typed(NO_EDITS, 'text', 'mine', saved, 4);
    expect(conflicts(edits, { ...saved, deadline: 'other' })).toEqual([]);
    expect(conflicts(edits, { ...saved, text: 'theirs' })).toEqual(['text']);
    expect(conflicts(edits, { ...saved, text: 'mine' })).toEqual([]);
  });
});
