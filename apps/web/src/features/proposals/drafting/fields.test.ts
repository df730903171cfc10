import { describe, expect, it } from '@jest/globals';
import { conflicts, EMPTY, missingFields, NO_EDITS, saved as afterSave, settled, typed } from './fields.js';

const saved = { ...EMPTY, title: 't', text: 'old', addressee: 'a' };

describe('fields of a proposal', () => {
  it('names what a decision lacks', () => {
    expect(missingFields(saved)).toEqual(['responsible', 'deadline']);
  });

  it('keeps only what the person changed, with what they saw there', () => {
    const edits = typed(typed(NO_EDITS, 'text', 'mine', saved), 'deadline', '2027', saved);
    expect(edits).toEqual({ fields: { text: 'mine', deadline: '2027' }, seen: { text: 'old', deadline: '' } });
    expect(typed(edits, 'deadline', '', saved)).toEqual({ fields: { text: 'mine' }, seen: { text: 'old' } });
  });

  it('sees a conflict only where another writer touched the same field', () => {
    const edits = typed(NO_EDITS, 'text', 'mine', saved);
    expect(conflicts(edits, { ...saved, deadline: 'other' })).toEqual([]);
    expect(conflicts(edits, { ...saved, text: 'theirs' })).toEqual(['text']);
    expect(conflicts(edits, { ...saved, text: 'mine' })).toEqual([]);
  });

  it('goes on over what is saved once a conflict is settled, whichever way', () => {
    const edits = typed(NO_EDITS, 'text', 'mine', saved);
    const now = { ...saved, text: 'theirs' };
    expect(settled(edits, 'text', 'theirs', now)).toEqual(NO_EDITS);
    expect(settled(edits, 'text', 'mine', now)).toEqual({ fields: { text: 'mine' }, seen: { text: 'theirs' } });
    expect(conflicts(settled(edits, 'text', 'both', now), now)).toEqual([]);
  });

  it('keeps what was typed on while a save was on its way', () => {
    const sent = typed(NO_EDITS, 'text', 'mine', saved);
    const edits = typed(typed(sent, 'text', 'mine!', saved), 'region', 'Ош', saved);
    expect(afterSave(edits, sent)).toEqual({ fields: { text: 'mine!', region: 'Ош' }, seen: { text: 'mine', region: '' } });
    expect(afterSave(sent, sent)).toEqual(NO_EDITS);
  });
});
