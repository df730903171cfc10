import { describe, expect, it } from '@jest/globals';
import type { Formulation } from '@tegerek/contracts/wire';
import { conflicts, missingFields, NO_EDITS, saved as afterSave, typed } from './fields.js';

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

  it('keeps what was typed on while a save was on its way', () => {
    const sent = typed(NO_EDITS, 'text', 'mine', saved, 4);
    const edits = typed(typed(sent, 'text', 'mine!', saved, 4), 'region', 'Ош', saved, 4);
    expect(afterSave(edits, sent)).toEqual({ rev: 5, fields: { text: 'mine!', region: 'Ош' }, seen: { text: 'mine', region: '' } });
    expect(afterSave(sent, sent)).toEqual({ rev: 5, fields: {}, seen: {} });
  });
});
