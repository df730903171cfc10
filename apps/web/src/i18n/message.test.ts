import { describe, expect, it } from '@jest/globals';
import { argumentNames, formatParts, parseMessage } from './message.js';
import { formatNumber } from './format.js';

const format = (source: string, locale: 'ru' | 'ky' | 'en', args: Record<string, unknown> = {}) =>
  formatParts(parseMessage(source), { locale, args, number: (n) => formatNumber(n, locale) }).join('');

const QUESTIONS = {
  ru: '{n, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}}',
  ky: '{n, plural, one {# суроо} other {# суроо}}',
  en: '{n, plural, =0 {no questions} one {# question} other {# questions}}',
};

describe('messages', () => {
  it.each([[1, '1 вопрос'], [2, '2 вопроса'], [5, '5 вопросов'], [11, '11 вопросов'], [21, '21 вопрос'], [10_005, '10\u00A0005 вопросов']])('chooses the Russian plural of %i', (n, words) => {
    expect(format(QUESTIONS.ru, 'ru', { n })).toBe(words);
  });

  it.each([[1, '1 суроо'], [2, '2 суроо'], [5, '5 суроо'], [21, '21 суроо']])('chooses the Kyrgyz plural of %i', (n, words) => {
    expect(format(QUESTIONS.ky, 'ky', { n })).toBe(words);
  });

  it.each([[0, 'no questions'], [1, '1 question'], [2, '2 questions'], [21, '21 questions']])('chooses the English plural of %i', (n, words) => {
    expect(format(QUESTIONS.en, 'en', { n })).toBe(words);
  });

  it('selects, and takes "other" for what it does not know', () => {
    const source = '{who, select, me {моё} group {нашей группы} other {общее}}';
    expect([format(source, 'ru', { who: 'me' }), format(source, 'ru', { who: 'x' })]).toEqual(['моё', 'общее']);
  });

  it('nests, and keeps # for the nearest plural', () => {
    expect(format("{name}: {n, plural, one {# за {of}} other {# из {of}}} ''#1''", 'ru', { name: 'ОГО', n: 2, of: 7 })).toBe("ОГО: 2 из 7 '#1'");
  });

  it('passes nodes through untouched and shows a missing argument by name', () => {
    const node = { a: 1 };
    expect(formatParts(parseMessage('a {x} {y}'), { locale: 'ru', args: { x: node }, number: String })).toEqual(['a ', node, ' ', '{y}']);
  });

  it('names the arguments of every branch', () => {
    expect(argumentNames(parseMessage(QUESTIONS.ru.replace('# вопрос}', '# вопрос {b}}').replace('{# вопросов}', '{{a}}')))).toEqual(['a', 'b', 'n']);
  });

  it.each(['{n', '{n, plural, one {a}}', '{n, date}', '{}', '{n, plural, other {a}'])('refuses %s', (source) => {
    expect(() => parseMessage(source)).toThrow(SyntaxError);
  });
});
