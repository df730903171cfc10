import { describe, expect, it } from '@jest/globals';
import { formatMessage, type Locale } from './format-message.js';
import { CATALOGUES } from './voice.js';

const LOCALES: readonly Locale[] = ['ru', 'ky', 'en'];
const PLACEHOLDERS = /\{(\w+)(?:, \w+)?\}/g;

describe('plural forms', () => {
  const say = (locale: Locale, unit: string, n: number | string): string => formatMessage(locale, `{n, ${unit}}`, CATALOGUES[locale].units, { n });

  it.each([
    ['ru', 'votes', '1 голос, 2 голоса, 5 голосов, 11 голосов, 21 голос, 22 голоса, 0 голосов'],
    ['ru', 'placed', '1 участник поставил, 2 участника поставили, 5 участников поставили, 11 участников поставили, 21 участник поставил, 22 участника поставили, 0 участников поставили'],
    ['ru', 'groupsLeast', '1 группы, 2 групп, 5 групп, 11 групп, 21 группы, 22 групп, 0 групп'],
    ['ky', 'votes', '1 добуш, 2 добуш, 5 добуш, 11 добуш, 21 добуш, 22 добуш, 0 добуш'],
    ['en', 'votes', '1 vote, 2 votes, 5 votes, 11 votes, 21 votes, 22 votes, 0 votes'],
    ['en', 'placed', '1 person placed, 2 people placed, 5 people placed, 11 people placed, 21 people placed, 22 people placed, 0 people placed'],
  ] as const)('%s %s', (locale, unit, expected) => {
    expect([1, 2, 5, 11, 21, 22, 0].map((n) => say(locale, unit, n)).join(', ')).toBe(expected);
  });

  it('decimals and fractions take the form for parts of a whole', () => {
    expect([1.5, 21.00001, '7/3'].map((n) => say('ru', 'votes', n))).toEqual(['1,5 голоса', '21,00001 голоса', '7/3 голоса']);
    expect(say('en', 'votes', 1.5)).toBe('1.5 votes');
  });

  it.each(LOCALES)('every noun has every form that %s needs', (locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((c) => locale !== 'ky' || c === 'other');
    for (const unit of Object.values(CATALOGUES[locale].units)) expect(Object.keys(unit)).toEqual(expect.arrayContaining(needed));
  });
});

describe('catalogues', () => {
  it.each(['ru', 'ky'] as const)('%s has the keys, values and nouns of the English one', (locale) => {
    const names = (text: string): string[] => [...text.matchAll(PLACEHOLDERS)].map((m) => m[1]!).sort();
    const placeholders = (l: Locale): Record<string, string[]> => Object.fromEntries(Object.entries(CATALOGUES[l].texts).map(([k, text]) => [k, names(text)]));
    expect(placeholders(locale)).toEqual(placeholders('en'));
    expect(Object.keys(CATALOGUES[locale].units)).toEqual(Object.keys(CATALOGUES.en.units));
  });

  it.each(LOCALES)('%s uses only nouns that exist, and no figure of its own', (locale) => {
    for (const text of Object.values(CATALOGUES[locale].texts)) {
      expect(text).not.toMatch(/\d/);
      for (const [, unit] of text.matchAll(/\{\w+, (\w+)\}/g)) expect(CATALOGUES[locale].units).toHaveProperty(unit!);
    }
  });

  it('a template that asks for what is not given is refused', () => {
    expect(() => formatMessage('en', '{x}', {}, {})).toThrow('no value "x"');
    expect(() => formatMessage('en', '{x, sheep}', {}, { x: 1 })).toThrow('no unit "sheep"');
  });

  it('braces in a value are text', () => {
    expect(formatMessage('en', '{a}{b}', {}, { a: '{b}', b: '$&' })).toBe('{b}$&');
  });
});
