import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amended, holds, texts } from '../test-samples.js';
import { applyDiff, revertDiff } from './apply-diff.js';
import { longestCommon } from './common-words.js';
import { diffWords } from './diff-words.js';
import { cutWords, isSign } from './words.js';

/** Length of a longest common subsequence by the textbook table; shares nothing with the code under test. */
function lcsLength<T>(a: readonly T[], b: readonly T[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const x of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row.at(-1)!;
}

const letterWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
const cut = (text: string): readonly string[] => cutWords(text).words.filter((word) => !isSign(word));
const marked = (before: string, after: string): string =>
  diffWords(before, after).map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind]).join('');

/** Words marked, counted the given way, and the least possible. */
function cost(before: string, after: string, split: (text: string) => readonly string[]): { marked: number; least: number } {
  const words = diffWords(before, after).filter((op) => op.kind !== 'same').reduce((sum, op) => sum + split(op.text).length, 0);
  const [a, b] = [split(before), split(after)];
  return { marked: words, least: a.length + b.length - 2 * lcsLength(a, b) };
}

/** What is wrong with a difference as such: nothing. */
function faults(before: string, after: string): string[] {
  const ops = diffWords(before, after);
  const kinds = ops.map((op) => op.kind).join(' ');
  return Object.entries({
    'does not apply': applyDiff(ops) !== after, 'does not revert': revertDiff(ops) !== before, 'has an empty op': ops.some((op) => op.text === ''),
    'has neighbours of a kind': /same same|added added|removed removed|added removed/.test(kinds),
  }).filter(([, isSo]) => isSo).map(([fault]) => fault);
}

describe('diffWords', () => {
  it.each([
    ['The red brown fox jumped over the rolling log.', 'The brown spotted fox leaped over the rolling log.', 'The [-red ]brown [+spotted ]fox [-jumped][+leaped] over the rolling log.'],
    ['Айыл өкмөтү үчүн өңчөй', 'Айыл өкмөтү учун өңчөй', 'Айыл өкмөтү [-үчүн][+учун] өңчөй'],
    ['программа «Таза суу», 2026', 'программа „Таза суу“, 2027', 'программа [-«][+„]Таза суу[-», 2026][+“, 2027]'],
    ['социально-экономическое развитие', 'социально-политическое развитие', '[-социально-экономическое][+социально-политическое] развитие'],
    ['1 200,50 сома', '1 200,70 сома', '1 [-200,50][+200,70] сома'],
    ['20 % до 2027-жылдын 1-мартына', '25% до 2027-жылдын 1-июнуна', '[-20 ][+25]% до 2027-жылдын [-1-мартына][+1-июнуна]'],
    ['Создать реестр', 'Создать реестр, до 1 мая', 'Создать реестр[+, до 1 мая]'],
    ['слово.Слово', 'слово. Слово', 'слово.[+ ]Слово'],
    ['отчёт', 'отчет', '[-отчёт][+отчет]'],
    ['a — b', 'c — d', '[-a][+c] — [-b][+d]'],
    ['один', '', '[-один]'],
    ['', '', ''],
  ])('%j → %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('marks a moved sentence whole', () => {
    expect(marked('Создать реестр. Опубликовать отчёт до 1 мая. Провести слушания.', 'Опубликовать отчёт до 1 мая. Провести слушания. Создать реестр.'))
      .toBe('[-Создать реестр. ]Опубликовать отчёт до 1 мая. Провести слушания.[+ Создать реестр.]');
    expect(marked('Реестр түзүү. Отчет жарыялоо.', 'Реестр түзүү. Угуу өткөрүү. Отчет жарыялоо.')).toBe('Реестр түзүү. [+Угуу өткөрүү. ]Отчет жарыялоо.');
  });

  it('begins a deletion at a sentence where it may', () => {
    expect(marked('Создать реестр вклада ОГО. Создать портал данных.', 'Создать портал данных.')).toBe('[-Создать реестр вклада ОГО. ]Создать портал данных.');
    expect(marked('Отчёт готов. Отчёт готов и опубликован. Конец.', 'Отчёт готов и опубликован. Конец.')).toBe('[-Отчёт готов. ]Отчёт готов и опубликован. Конец.');
  });

  it('does not keep a stray conjunction inside a rewritten passage', () => {
    const ops = diffWords('мэрия города Ош проводит слушания и публикует протоколы всех заседаний', 'жители сёл Баткена предлагают темы и выбирают трёх своих представителей');
    expect(ops.map((op) => op.kind)).toEqual(['removed', 'added']);
  });

  it('applies and reverts to the last unit, for any strings', () => {
    holds(fc.tuple(texts, texts), ([a, b]) => expect(faults(a, b)).toEqual([]));
    holds(amended, ([a, b]) => expect(faults(a, b)).toEqual([]));
    const any = fc.string({ unit: 'binary' });
    holds(fc.tuple(any, any), ([a, b]) => expect(faults(a, b)).toEqual([]));
    const lone = fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })).map((units) => String.fromCharCode(...units));
    holds(fc.tuple(lone, lone), ([a, b]) => expect(faults(a, b)).toEqual([]));
  });

  it('loses nothing when it cuts', () => {
    holds(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      const { words, gaps } = cutWords(text);
      expect(gaps).toHaveLength(words.length + 1);
      expect(words.map((w, i) => gaps[i]! + w).join('') + gaps.at(-1)!).toBe(text);
    });
  });

  it('marks at most 1.2 × the words of a longest common subsequence', () => {
    const within = (split: (text: string) => readonly string[]) => ([a, b]: readonly [string, string]): void => {
      const { marked: ours, least } = cost(a, b, split);
      expect(ours).toBeLessThanOrEqual(1.2 * least);
    };
    holds(fc.tuple(texts, texts), within(cut));
    holds(amended, within(cut));
  });

  it('holds the same bound for plainly spaced texts however words are counted', () => {
    const plain = fc.array(fc.constantFrom('реестр', 'өкмөтү', 'и', 'в', 'на', 'отчёт', 'year', '2027', 'суу'), { maxLength: 40 }).map((words) => words.join(' '));
    for (const split of [letterWords, (text: string): string[] => text.split(/\s+/).filter(Boolean)]) {
      holds(fc.tuple(plain, plain), ([a, b]) => {
        const { marked: ours, least } = cost(a, b, split);
        expect(ours).toBeLessThanOrEqual(1.2 * least);
      });
    }
  });

  it('is exact where the library gives up: 20,000 characters rewritten', () => {
    const [a, b] = fc.sample(fc.array(fc.constantFrom('область', 'бюджет', 'өкмөтү', 'и', 'жыйынтык', 'отчётность', 'мониторинг', 'сайт'), { minLength: 2_800, maxLength: 2_800 }), { seed: 7, numRuns: 2 }).map((words) => words.join(' ')) as [string, string];
    expect(faults(a, b)).toEqual([]);
    const { marked: ours, least } = cost(a, b, cut);
    expect(a.length).toBeGreaterThan(19_000);
    expect(least).toBeGreaterThan(1_000);
    expect(ours).toBeLessThanOrEqual(1.2 * least);
  });

  it('counts a text beyond every bound as rewritten, but for its ends', () => {
    const many = (alphabet: string, seed: number): string => fc.sample(fc.array(fc.constantFrom(...alphabet), { minLength: 21_000, maxLength: 21_000 }), { seed, numRuns: 1 })[0]!.join(' ');
    const [a, b] = [`начало ${many('абвг', 1)} конец`, `начало ${many('абвг', 2)} конец`];
    expect(faults(a, b)).toEqual([]);
    expect(diffWords(a, b)[0]?.text).toMatch(/^начало/);
  });
});

describe('longestCommon', () => {
  it('is a longest common subsequence', () => {
    const list = fc.array(fc.nat(5), { maxLength: 90 });
    holds(fc.tuple(list, list), ([a, b]) => {
      const pairs = longestCommon(a, b);
      expect(pairs).toHaveLength(lcsLength(a, b));
      pairs.forEach(([i, j], k) => {
        expect(a[i]).toBe(b[j]);
        if (k > 0) expect(i > pairs[k - 1]![0] && j > pairs[k - 1]![1]).toBe(true);
      });
    });
  });
});
