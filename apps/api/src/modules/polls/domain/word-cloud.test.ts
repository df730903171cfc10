import { describe, expect, it } from '@jest/globals';
import { termsOf, textsOf, wordCloud, wordsOf } from './word-cloud.js';

const keys = (texts: readonly string[], hidden: readonly string[] = []) => wordCloud(texts, hidden, 40).map(({ key, n }) => [key, n]);

describe('the words of a text', () => {
  it.each([
    ['Ёлка, ЕЛКА и ёлка!', ['елка', 'елка', 'и', 'елка']],
    ['«Таза суу» — өмүр…', ['таза', 'суу', 'өмүр']],
    ['don’t re-open №5', ['don’t', 're-open', 'no5']],
    ['ﬁne ＷＯＲＫ', ['fine', 'work']],
    ['… !!! 😀', []],
  ])('%s', (text, words) => { expect(wordsOf(text)).toEqual(words); });
});

describe('word cloud', () => {
  it('groups by case, ё and punctuation, written as most people wrote it', () => {
    const texts = ['Чистая вода', 'чистая вода!', 'чистая  вода.', 'Всё ещё вода', 'Ясли'];
    expect(wordCloud(texts, [], 40)).toEqual([{ key: 'чистая вода', text: 'чистая вода', n: 3 }, { key: 'вода', text: 'Всё ещё вода', n: 1 }, { key: 'ясли', text: 'Ясли', n: 1 }]);
  });

  it.each([
    ['и вода, и дороги', 'вода дороги'], ['Суу жана жол', 'суу жол'], ['the water and the roads', 'water roads'],
  ])('stop words of three languages do not count: %s', (text, key) => { expect(keys([text])).toEqual([[key, 1]]); });

  it('keeps a text that is stop words alone, and drops one without words', () => {
    expect(keys(['но не это', '?!', ''])).toEqual([['но не это', 1]]);
  });

  it('takes a longer text word by word, each word once', () => {
    expect(keys(['вода вода дороги школы больницы', 'Вода'])).toEqual([['вода', 2], ['больницы', 1], ['дороги', 1], ['школы', 1]]);
  });

  it('of two spellings that are as frequent, capitals do not shout', () => { expect(wordCloud(['ДЕНЬГИ', 'деньги'], [], 9)).toEqual([{ key: 'деньги', text: 'деньги', n: 2 }]); });

  it('a hidden key is out, the rest stays', () => {
    expect(keys(['вода', 'мат', 'мат'], ['мат'])).toEqual([['вода', 1]]);
  });

  it('does not depend on the order of the texts, and is cut at the most frequent', () => {
    const texts = Array.from({ length: 90 }, (_, i) => `слово${i % 30} тема${i % 7}`);
    expect(wordCloud([...texts].reverse(), [], 40)).toEqual(wordCloud(texts, [], 40));
    expect(wordCloud(Array.from({ length: 90 }, (_, i) => `слово${i}`), [], 40)).toHaveLength(40);
  });

  it('what a moderator looks through has no figures and stands by the alphabet', () => {
    expect(textsOf(['Яблоко', 'вода', 'вода'])).toEqual([{ key: 'вода', text: 'вода' }, { key: 'яблоко', text: 'Яблоко' }]);
    expect(termsOf('  «Вода».  ')).toEqual([{ key: 'вода', text: 'Вода' }]);
  });
});
