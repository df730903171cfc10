import { describe, expect, it } from '@jest/globals';
import type { TranslationView } from '@tegerek/contracts/wire';
import { versionText } from './version-text.js';

const fields = (text: string) => ({ title: '', text, addressee: '', responsible: '', deadline: '', indicator: '', region: '' });
const version = { versionId: 'v', proposalId: 'p', number: 2, language: 'ky' as const, fields: fields('Түпнуска'), hash: '' };
const translation = (part: Partial<TranslationView> = {}): TranslationView => ({ language: 'ru', rev: 3, version: 2, fields: fields('Перевод'), bySeat: 's', at: 1, checkedBy: 'm', ...part });

describe('a voted text for its reader', () => {
  it('is the translation of this very version, marked by whether somebody compared it', () => {
    expect(versionText(version, { p: { ru: translation() } }, 'ru')).toMatchObject({ fields: { text: 'Перевод' }, lang: 'ru', kind: 'checked' });
    expect(versionText(version, { p: { ru: translation({ checkedBy: null }) } }, 'ru')).toMatchObject({ kind: 'draft' });
  });

  it('is the authoritative text where another version was rendered, or none, or it is the reader’s own language', () => {
    for (const held of [{ p: { ru: translation({ version: 1 }) } }, { p: { ru: translation({ version: null }) } }, {}, undefined]) expect(versionText(version, held, 'ru')).toMatchObject({ fields: { text: 'Түпнуска' }, lang: 'ky', kind: 'original' });
    expect(versionText(version, { p: { ru: translation() } }, 'ky').kind).toBe('original');
  });
});
