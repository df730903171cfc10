import { describe, expect, it } from '@jest/globals';
import { LANGS } from '@tegerek/contracts/wire';
import { documentLines } from './document-lines.js';
import { addresseesOf, buildLetter, buildPressRelease } from './letters.js';
import { sampleDecided, sampleResolution } from './sample-resolution.js';
import { tablesOf } from './tables.js';

/** The sample with a second addressee, whose dative form is given. */
function resolution() {
  const sample = sampleResolution();
  sample.panels[0]?.recommendations.push(sampleDecided({ number: '1.5', proposalId: 'p5', overallRank: 1, fields: { ...sampleDecided().fields, addressee: 'Жогорку Кеңеш', addresseeDative: 'Жогорку Кеңешке', title: '=2+5' } }));
  return sample;
}

describe('letters', () => {
  it.each(LANGS)('in %s: one to each addressee, with all that is for them and nothing else', (lang) => {
    expect(addresseesOf(resolution())).toEqual(['Министрлер Кабинети', 'Жогорку Кеңеш']);
    const first = documentLines(buildLetter(resolution(), 'e'.repeat(64), lang, 'Министрлер Кабинети') ?? { blocks: [] }).join('\n');
    expect(first).toContain('1.1 Өнүктүрүү пландары');
    expect(first).toContain('1.2 Ставить');
    expect(first).not.toContain('1.5');
    const second = documentLines(buildLetter(resolution(), 'e'.repeat(64), lang, 'Жогорку Кеңеш') ?? { blocks: [] });
    expect(second[1]).toBe('Жогорку Кеңешке');
    expect(second.join('\n')).not.toContain('{');
  });

  it('nothing to nobody', () => {
    expect(buildLetter(resolution(), '', 'ru', 'Никто')).toBeUndefined();
    expect(buildLetter(resolution(), '', 'ru', '')).toBeUndefined();
  });
});

describe('the press release', () => {
  it.each(LANGS)('in %s: figures by group, the three first recommendations, whom to ask', (lang) => {
    const lines = documentLines(buildPressRelease(resolution(), 'e'.repeat(64), lang, [{ name: 'Служба печати', role: {}, phone: '+996 000', email: 'press@example.org' }]));
    expect(lines.findIndex((line) => line.startsWith('1.5 '))).toBeLessThan(lines.findIndex((line) => line.startsWith('1.1 ')));
    expect(lines.join('\n')).toContain('Служба печати, +996 000, press@example.org');
    expect(lines.join('\n')).not.toContain('{');
  });
});

describe('tables', () => {
  it('hold every decided text with its figures, every vote by group, every rank', () => {
    const [recommendations, votes, ranking] = tablesOf(resolution(), 'ru');
    expect(recommendations?.rows.map(([number]) => number)).toEqual(['1.1', '1.2', '1.5', '1.3']);
    expect(recommendations?.rows.every((row) => row.length === recommendations.head.length)).toBe(true);
    expect(votes?.rows).toHaveLength(12);
    expect(votes?.rows[2]).toEqual(['1.1', 'Всего', 6, 6, 4, 2, 0]);
    expect(ranking?.rows).toEqual([['1. Планирование', 1, '1.1', 'Өнүктүрүү пландары'], ['1. Планирование', 2, '1.2', 'Цель']]);
  });
});
