import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeWords } from './merge-words.js';

const words = fc.array(fc.constantFrom('опубликовать', 'план', 'до', '1', 'июля', '2027', ',', 'жарыялоо', 'ң', 'and'), { maxLength: 14 }).map((list) => list.join(' '));

describe('mergeWords', () => {
  it('takes both changes where they stand apart', () => {
    expect(mergeWords('Публиковать планы районов до 1 июля.', 'Публиковать проекты планов районов до 1 июля.', 'Публиковать планы районов до 1 августа.'))
      .toEqual({ text: 'Публиковать проекты планов районов до 1 августа.', clashes: 0 });
  });

  it('keeps mine where both changed one place, and says so', () => {
    expect(mergeWords('до 1 июля', 'до 1 августа', 'до 1 сентября')).toEqual({ text: 'до 1 августа', clashes: 1 });
    expect(mergeWords('', 'моё', 'чужое')).toEqual({ text: 'моё', clashes: 1 });
  });

  it('of one change alone, or of the same one twice, is that change', () => {
    fc.assert(fc.property(words, words, (before, after) => {
      expect(mergeWords(before, after, before)).toEqual({ text: after, clashes: 0 });
      expect(mergeWords(before, before, after)).toEqual({ text: after, clashes: 0 });
      expect(mergeWords(before, after, after)).toEqual({ text: after, clashes: 0 });
    }));
  });

  it('loses no text of mine: what is there was in one of the three', () => {
    fc.assert(fc.property(words, words, words, (before, mine, theirs) => {
      const { text } = mergeWords(before, mine, theirs);
      const known = new Set([before, mine, theirs].flatMap((each) => each.split(' ')));
      for (const word of text.split(/\s+/u)) expect([...known].some((each) => word.includes(each) || each.includes(word))).toBe(true);
    }));
  });

  it('is quick for texts at the limit', () => {
    const before = 'слово '.repeat(3_300);
    expect(mergeWords(before, `начало ${before}`, `${before}конец`)).toEqual({ text: `начало ${before}конец`, clashes: 0 });
  });
});
