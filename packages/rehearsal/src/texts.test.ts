import { describe, expect, it } from '@jest/globals';
import { formulation, LANGS, LIMITS, type Lang, type Text } from '@tegerek/contracts';
import { PHRASES } from './phrases.js';
import { demoProgramme } from './programme.js';
import { proposalsOf, questionOf, shortened, themesOf, type Theme } from './texts.js';

const DATE = '2026-11-28';
const water: Theme = { panel: { number: 1, title: { en: 'Drinking water of the valley' }, outcome: { en: 'A repair plan with dates.' } }, groups: [{ en: 'Farmers' }, { en: 'Water users' }], languages: ['en'], date: DATE };
const long = (words: string): Text => ({ ru: `${words} ${'очень длинное название '.repeat(20)}`.slice(0, LIMITS.title), ky: `${words} ${'абдан узун аталыш '.repeat(20)}`.slice(0, LIMITS.title) });
const schools: Theme = { panel: { number: 5, title: long('Школы'), outcome: {} }, groups: Array.from({ length: 6 }, (_, i) => long(`Сторона ${i}`)), languages: ['ky', 'ru'], date: DATE };
const people = Array.from({ length: 40 }, (_, i) => `group${i % 6}-${i}`);

describe('what is said in a rehearsal', () => {
  it('is about the rehearsed dialogue: its theme, outcome and groups, in its languages alone', () => {
    const questions = new Set(people.map((who) => questionOf(water, 'en', 7, who)));
    expect(questions.size).toBeGreaterThan(5);
    for (const text of questions) expect(text).toMatch(/Drinking water of the valley|A repair plan with dates/u);
    expect([...questions].join()).toMatch(/Farmers/u);
    const proposals = proposalsOf(water, 8, 7);
    expect(proposals.map(({ language }) => language)).toEqual(Array.from({ length: 8 }, () => 'en'));
    for (const { fields } of proposals) expect(`${fields.title} ${fields.text}`).toMatch(/Drinking water of the valley/u);
    expect(new Set(proposals.map(({ fields }) => fields.title)).size).toBe(8);
    expect(proposals.map(({ fields }) => fields.addressee.replace(' (rehearsal)', '')).filter((name) => !['Farmers', 'Water users'].includes(name))).toEqual([]);
  });

  it('keeps every limit with the longest titles, and speaks both languages of its dialogue', () => {
    const proposals = proposalsOf(schools, 12, 3);
    for (const { fields } of proposals) expect(formulation.parse(fields)).toEqual(fields);
    expect(new Set(proposals.map(({ language }) => language))).toEqual(new Set(['ru', 'ky']));
    for (const who of people) for (const lang of schools.languages) expect([...questionOf(schools, lang, 3, who)].length).toBeLessThanOrEqual(LIMITS.question);
  });

  it('is a function of seed, who and what: equal again, other with another seed', () => {
    const said = (seed: number) => [proposalsOf(schools, 6, seed), people.map((who) => questionOf(schools, 'ky', seed, who))];
    expect(said(7)).toEqual(said(7));
    expect(said(8)).not.toEqual(said(7));
  });

  it('is the demo’s own where the demo is rehearsed', () => {
    const [first] = themesOf(demoProgramme(DATE));
    if (!first) throw new Error('the demo has no panels');
    expect(proposalsOf(first, 3, 7)[0]?.fields.title).toBe('Проекты планов публикуются до утверждения');
    expect(proposalsOf({ ...first, panel: { ...first.panel, title: { ru: 'Другая' } } }, 3, 7)[0]?.fields.title).not.toBe('Проекты планов публикуются до утверждения');
  });

  it('is written in all languages alike, and in none twice', () => {
    const subject = { theme: 'T', outcome: 'O', groups: ['A', 'B'] };
    const all = (lang: Lang) => [...PHRASES[lang].questions.map((make) => make(subject, 'A')), ...PHRASES[lang].acts.flatMap((make) => Object.values(make(subject)))];
    const [one, ...others] = LANGS.map((lang) => all(lang));
    for (const other of others) expect([other.length, other.filter((text) => one?.includes(text))]).toEqual([one?.length, []]);
  });

  it('is cut between words', () => {
    expect(shortened('План с датами.', 20)).toBe('План с датами');
    expect(shortened('Ремонт водопровода в сёлах долины', 20)).toBe('Ремонт водопровода…');
  });
});
