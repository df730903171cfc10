import { describe, expect, it } from '@jest/globals';
import { LANGS, type Lang } from '@tegerek/contracts/wire';
import { speaker } from '../messages/say.js';
import { buildDocument, type DocumentOptions } from './build-document.js';
import { clauseInWords, gradeInWords } from './decision-words.js';
import { buildLetter, buildPressRelease } from './letters.js';
import { documentLines, printedLines, sectionsOf } from './document-lines.js';
import { printable } from './printable.js';
import { sampleDecided, sampleResolution } from './sample-resolution.js';
import { tablesOf } from './tables.js';

const built = (lang: Lang, options?: DocumentOptions) => buildDocument(sampleResolution(), 'e'.repeat(64), lang, options);
const textOf = (lang: Lang, options?: DocumentOptions): string => documentLines(built(lang, options)).join('\n');
const headings = (lang: Lang, options?: DocumentOptions): string[] => built(lang, options).blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));

describe('the document of a resolution', () => {
  it.each(LANGS)('in %s states every recommendation as it was voted, with grade, rank, votes and terms', (lang) => {
    const text = textOf(lang);
    for (const part of ['Жергиликтүү өнүктүрүү пландарынын долбоорлору жарыялансын.', 'Коңшу айылдар да катышсын.', 'Министрлер Кабинети', '2027-жыл', 'a'.repeat(64), 'b'.repeat(64), 'd'.repeat(64), 'e'.repeat(64)]) expect(text).toContain(part);
    expect(text).not.toContain('{');
  });

  it('in a table of ranks names a recommendation as it reads: by its checked translation, else as it was voted, with its language', () => {
    const rows = (lang: Lang, isChecked: boolean, title = 'Планы развития') => {
      const resolution = sampleResolution();
      const [panel] = resolution.panels;
      const [first] = panel?.recommendations ?? [];
      first?.translations.push({ language: 'ru', isChecked, fields: { ...first.fields, title, text: `${'т'.repeat(200)}.` } });
      return buildDocument(resolution, 'e'.repeat(64), lang).blocks.flatMap((block) => (block.kind === 'table' && block.head.length === 4 && block.head[0] === speaker(lang)('rank') ? [block.rows.map((row) => row[2])] : []))[0];
    };
    expect(rows('ru', true)).toEqual(['Планы развития', 'Цель']);
    expect(rows('ru', true, '')).toEqual([`${'т'.repeat(199)}…`, 'Цель']);
    expect(rows('ru', false)).toEqual(['Өнүктүрүү пландары [ky]', 'Цель']);
    expect(rows('en', true)).toEqual(['Өнүктүрүү пландары [ky]', 'Цель [ru]']);
    expect(rows('ky', true)).toEqual(['Өнүктүрүү пландары', 'Цель [ru]']);
  });

  it('has the parts of the regional form in their order', () => {
    expect(headings('ru')).toEqual([
      'Участники отмечают', 'Участники рекомендуют', 'Участники берут на себя', 'Механизм контроля исполнения', 'Порядок принятия', 'Приложение 1. Особые мнения', 'Приложение 2. Таблица голосования',
      'Приложение 3. Ранжирование', 'Приложение 4. Непринятое и недействительное', 'Приложение 5. Участники по группам', 'Приложение 6. Как проверить',
    ]);
    expect(documentLines(built('ru')).slice(0, 7)).toEqual([
      'Бишкек 25 ноября 2026 года', 'Резолюция № 2', 'диалога «Вклад организаций»', 'Мы, участники диалога «Вклад организаций» (Бишкек, 24 ноября 2026 года): Власть – 3, Бизнес – 3; всего 6,',
      'представляющие регионы: Чуйская область – 6, Нарынская область,', 'заслушав и обсудив предложения групп,', 'принимаем настоящую резолюцию.',
    ]);
  });

  it.each(LANGS)('of a rehearsal cannot be taken for a real one: in %s every document and table says so first', (lang) => {
    const rehearsed = { ...sampleResolution(), rehearsal: true };
    const [say, hash] = [speaker(lang), 'e'.repeat(64)];
    for (const model of [buildDocument(rehearsed, hash, lang), buildPressRelease(rehearsed, hash, lang, []), buildLetter(rehearsed, hash, lang, 'Министрлер Кабинети')]) {
      expect(model?.mark).toBe(say('rehearsal'));
      expect(model?.title.startsWith(`${say('rehearsal')}: `)).toBe(true);
      expect(model && documentLines(model)[0]).toBe(say('rehearsal.words'));
    }
    expect(documentLines(buildDocument(rehearsed, hash, lang))).not.toContain(say('resolution.numbered', { number: 2 }));
    for (const { head, rows } of tablesOf(rehearsed, lang)) expect([head, ...rows].map(([first]) => first)).toEqual(Array(rows.length + 1).fill(say('rehearsal')));
    expect(built(lang).mark).toBeUndefined();
  });

  it('in Russian says the votes by group, the clause that was missed and invites the group', () => {
    const text = textOf('ru');
    expect(text).toContain('Большинство: за 4 из 6 (Власть 2/3 · Бизнес 2/3). Место 1 в панели.');
    expect(text).toContain('Адресат: Министрлер Кабинети; ответственный: Экономика министрлиги; срок: 2027-жыл');
    expect(text).toContain('Не выполнено: порог доли голосов «за» в группе «Бизнес».');
    expect(text).toContain('Группа «Бизнес» приглашается записать особое мнение.');
    expect(text).toContain('Всего: большинство\n6\n6\n4\n2\n0');
    expect(text).toContain('Текст принят на языке: кыргызский.');
    expect(text).toContain('1.4 Ошибка: открыто по ошибке');
    expect(text).toContain('Порядок группы «Бизнес» (бюллетеней: 0): –');
    expect(text).toContain('Нарынская область\nменее 5');
  });

  it('by addressee puts each recommendation once under whom it is for', () => {
    const resolution = sampleResolution();
    resolution.panels[0]?.recommendations.push(sampleDecided({ number: '1.5', fields: { ...sampleDecided().fields, addressee: '', text: 'Без адресата' } }));
    const lines = documentLines(buildDocument(resolution, '', 'ru', { by: 'addressee' }));
    const from = lines.indexOf('Участники рекомендуют');
    expect(lines.slice(from + 1, from + 3)).toEqual(['Министрлер Кабинети', '1.1 Өнүктүрүү пландары']);
    expect(lines.indexOf('Адресат не указан')).toBeGreaterThan(from);
    expect(lines.filter((line) => line === 'Без адресата')).toHaveLength(1);
  });

  it('keeps evidence and sources in footnotes, at the end of their section', () => {
    const model = built('ru');
    expect(model.footnotes).toEqual(['Опрос сельских библиотек, март 2026.', 'Пландардын үчтөн бири гана жарыяланат. Улуттук статистика комитети, 2025, Чүй, https://example.org/1. Оспаривают: Бизнес.']);
    expect(sectionsOf(model).flatMap(({ notes }) => notes)).toEqual([1, 2]);
    const printed = printedLines(model);
    expect(printed).toContain('– сроки ответа нельзя проверить1;');
    expect(printed.indexOf('1 Опрос сельских библиотек, март 2026.')).toBe(printed.indexOf('Участники рекомендуют') - 1);
  });

  it('tags a text that is missing in the reader’s language and says so of a section', () => {
    const text = textOf('en');
    expect(text).toContain('Вклад организаций [ru]');
    expect(text).toContain('This section is written in another language: Russian.');
    expect(textOf('ky')).toContain('1. Бизнес отчётун жарыялайт.');
  });

  it('without a preamble of the organizer states what the dialogue was for', () => {
    const resolution = { ...sampleResolution(), frame: { preamble: {}, findings: {}, commitments: {}, mechanism: {} } };
    const text = documentLines(buildDocument(resolution, '', 'en')).join('\n');
    expect(text).toContain('adopt this resolution');
    expect(text).toContain('Join the efforts');
    expect(text).not.toContain('The participants note');
  });

  it.each([['заслушав и обсудив,\nпризнавая вклад', true], ['заслушав, принимаем настоящую резолюцию.', false]])('ends the opening sentence where a preamble leaves it open: %s', (preamble, isAdded) => {
    const resolution = { ...sampleResolution(), frame: { preamble: { ru: preamble }, findings: {}, commitments: {}, mechanism: {} } };
    expect(documentLines(buildDocument(resolution, '', 'ru')).includes('принимаем настоящую резолюцию.')).toBe(isAdded);
  });

  it('a copy with minutes and named participants has them as annexes after all that is verified', () => {
    const extras = { participants: [{ name: 'Айгүл Үсөнова', organisation: 'Фонд', position: '', groupId: 'g1' }], minutes: [{ panel: 1, title: 'Планирование', entries: [{ time: '10:05', text: 'Открыта' }] }] };
    expect(headings('ru', { extras }).slice(-3)).toEqual(['Приложение 6. Как проверить', 'Приложение 7. Протокол панелей', 'Приложение 8. Список участников']);
    expect(documentLines(built('ru', { extras })).slice(-3)).toEqual(['Айгүл Үсөнова', 'Фонд', 'Власть']);
    expect(textOf('ru')).not.toContain('Айгүл');
  });

  it('cannot hold a code point that XML has no way to write, nor one that turns a text around', () => {
    expect(textOf('ru')).toContain('звёздочек*\u{FFFD}.');
    expect(printable('за\u{202E}йтов\u{200B}ы\u{0}\u{FEFF}\u{200D}')).toBe('за\u{FFFD}йтовы\u{FFFD}\u{200D}');
  });

  it('shows what it does not know as it is written', () => {
    expect(gradeInWords(speaker('en'), 'new-grade')).toBe('new-grade');
    expect(clauseInWords(speaker('en'), 'new.clause', 'G')).toBe('new.clause (G)');
    expect(clauseInWords(speaker('en'), 'majority.overall', '')).toBe('threshold of the share of yes among all');
  });
});
