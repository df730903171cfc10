import { describe, expect, it } from '@jest/globals';
import { LANGS } from '@tegerek/contracts/wire';
import { buildDocument } from './build-document.js';
import { clauseInWords, gradeInWords } from './decision-words.js';
import { speaker } from '../messages/say.js';
import { sampleResolution } from './sample-resolution.js';
import { documentLines, type DocumentModel } from './model.js';

const allText = (model: DocumentModel): string => documentLines(model).join('\n');

describe('the document of a resolution', () => {
  it.each(LANGS)('in %s states every recommendation as it was voted, with grade, rank, votes and terms', (lang) => {
    const text = allText(buildDocument(sampleResolution(), 'e'.repeat(64), lang));
    for (const part of ['Жергиликтүү өнүктүрүү пландарынын долбоорлору жарыялансын.', 'Коңшу айылдар да катышсын.', 'Министрлер Кабинети', '2027-жыл', 'd'.repeat(64), 'e'.repeat(64)]) expect(text).toContain(part);
    expect(text).not.toContain('{');
  });

  it('in Russian says the clause that was missed and invites the group', () => {
    const text = allText(buildDocument(sampleResolution(), '', 'ru'));
    expect(text).toContain('Решение: большинство, место 1 в панели');
    expect(text).toContain('Не выполнено: порог доли голосов «за» в группе «Бизнес».');
    expect(text).toContain('Группа «Бизнес» приглашается записать особое мнение.');
    expect(text).toContain('Всего\n6\n6\n4\n2\n0');
    expect(text).toContain('Текст принят на языке: кыргызский.');
    expect(text).toContain('Бишкек, 25 ноября 2026 года');
    expect(text).toContain('1.4 Ошибка: открыто по ошибке');
    expect(text).toContain('Порядок группы «Бизнес» (бюллетеней: 0): –');
  });

  it('tags a text that is missing in the reader’s language', () => {
    const text = allText(buildDocument(sampleResolution(), '', 'en'));
    expect(text).toContain('Вклад организаций [ru]');
    expect(text).toContain('Join the efforts');
    expect(text).toContain('Ишеним [ky]');
  });

  it('cannot hold a code point that XML has no way to write', () => {
    const text = allText(buildDocument(sampleResolution(), '', 'ru'));
    expect(text).not.toContain('\u{FFFE}');
    expect(text).toContain('звёздочек*\u{FFFD}.');
  });

  it('keeps the hashes of text and ballots in footnotes', () => {
    const { footnotes } = buildDocument(sampleResolution(), '', 'en');
    expect(footnotes).toHaveLength(3);
    expect(footnotes[0]).toContain('a'.repeat(64));
  });

  it('shows what it does not know as it is written', () => {
    expect(gradeInWords(speaker('en'), 'new-grade')).toBe('new-grade');
    expect(clauseInWords(speaker('en'), 'new.clause', 'G')).toBe('new.clause (G)');
    expect(clauseInWords(speaker('en'), 'majority.overall', '')).toBe('threshold of the share of yes among all');
  });
});
