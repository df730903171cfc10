import { describe, expect, it } from '@jest/globals';
import type { ProposalView, TranslationView } from '@tegerek/contracts/wire';
import { EMPTY } from './fields.js';
import { readText } from './read-text.js';

const proposal = { proposalId: 'p', language: 'ru', rev: 3, fields: { ...EMPTY, text: 'текст' } } as ProposalView;
const made = (change: Partial<TranslationView>): TranslationView => ({ language: 'ky', rev: 3, version: null, fields: { ...EMPTY, text: 'тексти' }, bySeat: 's', at: 0, checkedBy: null, ...change });

describe('the text that a reader sees', () => {
  it('is in their language where the present revision has it', () => {
    expect(readText(proposal, { p: { ky: made({}) } }, 'ky')).toMatchObject({ lang: 'ky', kind: 'draft', fields: { text: 'тексти' } });
    expect(readText(proposal, { p: { ky: made({ checkedBy: 'x' }) } }, 'ky')).toMatchObject({ kind: 'checked' });
  });

  it('is else the authoritative one', () => {
    for (const translations of [{}, { p: {} }, { p: { ky: made({ rev: 2 }) } }]) expect(readText(proposal, translations, 'ky')).toMatchObject({ lang: 'ru', kind: 'original', fields: { text: 'текст' } });
    expect(readText(proposal, { p: { ky: made({}) } }, 'ru')).toMatchObject({ lang: 'ru', kind: 'original' });
  });
});
