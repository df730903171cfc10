/**
 * @jest-environment node
 */
import { describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/universal';
import { namesOf } from '../paste.js';
import { checkRows, withNumbers, type RowsContext } from './check-rows.js';
import { guessColumns, readHeadings } from './columns.js';
import { decodeText, encodingOf } from './decode-text.js';
import { knownPeople } from './match-people.js';
import { HOSTILE_WORDS } from '@tegerek/replica/testing';
import { readCsv, writeCsv, type SourceRow } from './read-csv.js';
import { readFile, readTextFile } from './read-file.js';

const TABLE = 'Фамилия;Имя;Организация;Группа;Язык\nТокто;Айгүл;ОФ «Таза суу»;ОГО;ky\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, mark = true): Uint8Array => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap((character) => { const code = character.charCodeAt(0); return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]; });
  return Uint8Array.from(units);
};
/** Windows Cyrillic has no ү: one letter of its own instead. */
const cp1251 = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => {
  const code = character.charCodeAt(0);
  if (code < 128) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
  return ({ '«': 0xab, '»': 0xbb, '№': 0xb9, 'ё': 0xb8, 'Ё': 0xa8 } as Record<string, number>)[character] ?? 0x3f;
}));

const groups = namesOf([{ id: 'gov', title: { ru: 'Власть', ky: 'Бийлик' }, sign: { ru: 'В' } }, { id: 'cso', title: { ru: 'ОГО', en: 'CSO' }, sign: {} }]);
const context = (change: Partial<RowsContext> = {}): RowsContext => ({ columns: ['name', 'group', 'organisation', 'number'], groups, language: 'ru', known: knownPeople([]), fixes: new Map(), twins: new Set(), ...change });
const rows = (...cells: string[][]): SourceRow[] => cells.map((each, i) => ({ line: i + 1, cells: each }));
const reasons = (source: SourceRow[], change?: Partial<RowsContext>) => checkRows(source, context(change)).map(({ state, faults }) => [state, ...faults.map(({ reason }) => reason)].join(' '));

describe('a text file', () => {
  it.each([
    ['UTF-8', utf8(TABLE), 'utf-8'], ['UTF-8 with its mark', utf8(`\uFEFF${TABLE}`), 'utf-8'], ['UTF-16LE', utf16(TABLE, true), 'utf-16le'], ['UTF-16BE', utf16(TABLE, false), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(TABLE, true, false), 'utf-16le'], ['UTF-16BE without a mark', utf16(TABLE, false, false), 'utf-16be'],
  ])('in %s is read to the letter', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    expect(decodeText(bytes, encodingOf(bytes))).toBe(TABLE);
  });

  it('in Windows Cyrillic is known by not being UTF-8', () => {
    const text = 'Фамилия;Имя\nЁлкина;«Анна» №1\n';
    expect([encodingOf(cp1251(text)), decodeText(cp1251(text), 'windows-1251')]).toEqual(['windows-1251', text]);
  });

  it.each([',', ';', '\t', '|'] as const)('parted by %j is read so', (separator) => {
    const { rows: read, separator: found } = readCsv(['Имя', 'Группа', 'Организация'].join(separator) + '\n' + ['А', 'Б', 'В'].join(separator), null);
    expect([found, read.map(({ cells }) => cells)]).toEqual([separator, [['Имя', 'Группа', 'Организация'], ['А', 'Б', 'В']]]);
  });

  it('keeps separators, quotes and line ends inside of quotes, and counts rows over empty ones', () => {
    const { rows: read } = readCsv('sep=;\r\nИмя;Организация\r\n"Асан ""Аке"" Усенов";"Фонд;\r\n«Суу»"\r\n;\r\nЖаңыл;Уюм\r\n', null);
    expect(read).toEqual([{ line: 2, cells: ['Имя', 'Организация'] }, { line: 3, cells: ['Асан "Аке" Усенов', 'Фонд;\r\n«Суу»'] }, { line: 5, cells: ['Жаңыл', 'Уюм'] }]);
  });

  it('a quote that never ends loses no other row to a fault', () => {
    expect(readTextFile('x.csv', utf8('Имя;Группа\nАсан;ОГО\n"Бакыт;ОГО\n')).rows.length).toBeGreaterThanOrEqual(2);
  });

  it('written for Excel runs nothing as a formula', async () => {
    const formulas = ['=cmd|\' /C calc\'!A0', ' +1', '@x', '-2', '\t=1', '\r=1', '\uFEFF=1', '＝1', '＋1', '=HYPERLINK("http://evil.example";"x")'];
    const { rows } = readCsv((await writeCsv([[...formulas, 'Ө', 'а = б']]).text()).replace(/^\uFEFF/u, ''), ';');
    expect(rows[0]?.cells).toEqual([...formulas.map((cell) => `'${cell}`), 'Ө', 'а = б']);
  });

  it('written for Excel every bad text stays in its cell, letter by letter', async () => {
    const cells = HOSTILE_WORDS.map(([, words]) => new TextDecoder().decode(utf8(`Имя;"${words}`)));
    expect(readCsv((await writeCsv([cells, ['Асан', 'ОГО', '1']]).text()).replace(/^\uFEFF/u, ''), ';').rows.map((row) => row.cells)).toEqual([cells, ['Асан', 'ОГО', '1']]);
  });
});

describe('columns', () => {
  it('are known by their headings in three languages', () => {
    expect(guessColumns(['Фамилия', 'Имя', 'Отчество', 'Организация', 'Группа', 'Роль', 'Регион', 'Язык', 'Номер', 'Телефон'])).toEqual(['last', 'first', 'middle', 'organisation', 'group', 'role', 'region', 'language', 'number', 'ignore']);
    expect(guessColumns(['Аты-жөнү', 'Уюм', 'ТАРАП', 'Аймак', 'Тил', '№'])).toEqual(['name', 'organisation', 'group', 'region', 'language', 'number']);
    expect(guessColumns(['Name', 'Company', 'Group', 'Group'])).toEqual(['name', 'organisation', 'group', 'ignore']);
  });

  it('without headings stand in the order of pasted lines', () => {
    expect(readHeadings(['Айгүл Токтосунова', 'ОГО'], 2)).toEqual({ hasHeadings: false, columns: ['name', 'group'] });
    expect(readHeadings(['Имя', 'Группа'], 2)).toEqual({ hasHeadings: true, columns: ['name', 'group'] });
  });
});

describe('rows', () => {
  it('give each faulty one its reason and keep the good ones', () => {
    expect(reasons(rows(
      ['Айгүл', 'ОГО', '', ''], ['', 'ОГО', '', ''], ['Бакыт', 'Общественность', '', ''], ['Эркин', '', '', ''], ['=cmd|\' /C calc\'!A0', 'ОГО', '', ''], ['А'.repeat(20_000), 'ОГО', '', ''],
      ['Тимур\u202Eкоз', 'ОГО', '', ''], ['Нур\uFFFD', 'ОГО', '', ''], ['Чолпон', 'ОГО', 'О'.repeat(121), ''], ['Жаңыл', 'бийлик', '', '12а'],
    ))).toEqual(['ready', 'faulty name-empty', 'faulty group-unknown', 'faulty group-or-role', 'faulty name-formula', 'faulty too-long', 'faulty characters', 'faulty characters', 'faulty too-long', 'faulty number-wrong']);
  });

  it('take out what nobody can see, so that two equal names are one person', () => {
    expect(checkRows(rows(['А\u200Bйгүл\u00AD', 'ОГО', '', '']), context())[0]?.draft.name).toBe('Айгүл');
    expect(reasons(rows(['Айгүл Токто', 'ОГО', 'ОФ «Суу»', ''], ['ТОКТО  Айгүл', 'ОГО', 'ОФ "Суу"', ''], ['Айгүл Токто', 'ОГО', 'Другая', '']))).toEqual(['ready', 'faulty same-person', 'ready']);
    expect(reasons(rows(['Айгүл Токто', 'ОГО', '', ''], ['Айгүл Токто', 'ОГО', '', '']), { twins: new Set([2]) })).toEqual(['ready', 'ready']);
  });

  it('a number belongs to one person', () => {
    const known = knownPeople([{ seatId: 's', number: 7, name: 'Асан', organisation: '' }]);
    expect(reasons(rows(['Бакыт', 'ОГО', '', '7'], ['Бакыт', 'ОГО', '', '8'], ['Эркин', 'ОГО', '', '8'], ['Асан', 'ОГО', 'Новая', '7']), { known })).toEqual(['faulty number-taken', 'ready', 'faulty number-twice', 'there']);
  });

  it('the same file again adds nobody', () => {
    const source = rows(['Айгүл Токто', 'ОГО', 'ОФ «Суу»', ''], ['Бакыт', 'Власть', '', '40'], ['Эркин', 'ОГО', '', '']);
    const first = checkRows(source, context());
    const added = withNumbers(first, knownPeople([]));
    expect(added.map(({ number }) => number)).toEqual([1, 40, 2]);
    const known = knownPeople(added.map(({ draft, number }) => ({ seatId: String(number), number, name: draft.name, organisation: draft.organisation })));
    expect(reasons(source, { known })).toEqual(['there', 'there', 'there']);
    // stopped after the first hundred: the rest is ready, and its numbers go on
    const half = knownPeople([...known.byNumber.values()].slice(0, 2));
    expect(checkRows(source, context({ known: half })).map(({ state }) => state)).toEqual(['there', 'there', 'ready']);
    expect(withNumbers(checkRows(source, context({ known: half })).slice(2), half)[0]?.number).toBe(41);
  });

  it('what a person puts right holds, and a group that is called otherwise holds for all rows', () => {
    const source = rows(['', 'Общественность', '', ''], ['Бакыт', 'общественность ', '', '']);
    expect(reasons(source, { fixes: new Map([[1, { name: 'Асан' }]]), groups: [...groups, { id: 'cso', names: ['общественность'] }] })).toEqual(['ready', 'ready']);
  });

  it('read roles and languages as people write them', () => {
    const columns = ['last', 'first', 'middle', 'role', 'language'] as const;
    expect(checkRows(rows(['Токто', 'Айгүл', '', 'Модератор, докладчик', 'кыргызча'], ['Сыдыков', 'Бакыт', 'Асанович', 'участник', '']), context({ columns })).map(({ draft, faults }) => [draft.name, draft.roles, draft.language, faults.map(({ reason }) => reason)]))
      .toEqual([['Айгүл Токто', ['moderator', 'rapporteur'], 'ky', []], ['Бакыт Асанович Сыдыков', [], 'ru', ['group-or-role']]]);
  });

  it('thousands are checked in a breath', () => {
    const source = Array.from({ length: 3_000 }, (_, i): SourceRow => ({ line: i + 1, cells: [`Айгүл Токтосунова ${i}`, i % 2 === 0 ? 'ОГО' : 'бийлик', `ОФ «Таза суу ${i % 900}»`, ''] }));
    expect(checkRows(source, context()).every(({ state }) => state === 'ready')).toBe(true);
  });
});

describe('a file', () => {
  const fileOf = (bytes: Uint8Array, size = bytes.length) => readFile({ name: 'список.xlsx', size, bytes: () => Promise.resolve(bytes) });
  const workbook = async (cells: (string | number)[][]) => new Uint8Array(await (await writeExcelFile(cells).toBlob()).arrayBuffer());

  it('of Excel is read by its first bytes, whatever it is called', async () => {
    const bytes = await workbook([['ФИО', 'Тарап', 'Номер'], ['Жаңыл Өсөрова', 'ОГО', 12], ['Бакыт', 'Бийлик', 7]]);
    expect(await fileOf(bytes)).toMatchObject({ kind: 'xlsx', rows: [{ line: 1 }, { line: 2, cells: ['Жаңыл Өсөрова', 'ОГО', '12'] }, { line: 3, cells: ['Бакыт', 'Бийлик', '7'] }] });
  });

  it('that is too large, old, broken or empty is said to be so', async () => {
    expect(await fileOf(utf8('x'), 10_000_001)).toBe('too-large');
    expect(await fileOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('unreadable');
    expect(await fileOf(utf8('PK\u0003\u0004 not a zip'))).toBe('unreadable');
    expect(await fileOf(utf8(' \n\n\t\n'))).toBe('empty');
    expect(await fileOf(utf8('а\n'.repeat(10_002)))).toBe('too-many');
  });
});
