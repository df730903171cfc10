import { describe, expect, it } from '@jest/globals';
import type { PanelSlice, TranslationView, VoteHead } from '@tegerek/contracts/wire';
import { readOptions, versionText, voteTitle } from './version-text.js';

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

describe('what a vote is called in a list', () => {
  const slice = { translations: { p: { ru: translation() } }, proposals: { p: { rev: 3 } } } as unknown as PanelSlice;
  const decision = { purpose: 'decision', state: 'closed', version, panelId: 'x', amendment: null, openedSeq: 1 } as unknown as VoteHead;

  it('is the title of the translation of that version, else of the authoritative text', () => {
    expect(voteTitle(decision, { x: slice }, 'ru')).toEqual({ title: 'Перевод', lang: 'ru' });
    for (const panels of [{}, { x: { ...slice, translations: {} } }]) expect(voteTitle(decision, panels, 'ru')).toEqual({ title: 'Түпнуска', lang: 'ky' });
  });

  it('of an amendment is the translation of the text as it stands, never one of an older text', () => {
    const amendment = { amendmentId: 'a', field: 'deadline' as const, before: '', rev: 1 };
    expect(voteTitle({ ...decision, amendment, version: { ...version, number: 9 } }, { x: slice }, 'ru')).toEqual({ title: 'Перевод', lang: 'ru' });
    expect(voteTitle({ ...decision, amendment }, { x: { ...slice, proposals: { p: { rev: 4 } } } as unknown as PanelSlice }, 'ru')).toEqual({ title: 'Түпнуска', lang: 'ky' });
  });

  it('of an option is the translation of the decided version, with the id that ballots name', () => {
    const option = { id: 'p', number: '1.1', title: 'Түпнуска', text: 'Түпнуска', language: 'ky' as const };
    expect(readOptions([option], { v: decision }, { x: slice }, 'ru')).toEqual([{ ...option, title: 'Перевод', text: 'Перевод', language: 'ru' }]);
    for (const votes of [{}, { v: { ...decision, state: 'void' as const } }, { v: decision, w: { ...decision, openedSeq: 2, version: { ...version, number: 3 } } }]) expect(readOptions([option], votes, { x: slice }, 'ru')).toEqual([option]);
  });
});
