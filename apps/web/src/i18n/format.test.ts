import { describe, expect, it } from '@jest/globals';
import { LANGS as CONTRACT_LANGS } from '@tegerek/contracts/wire';
import { formatClock, formatDate, formatDuration, formatList, formatNumber, formatTime } from './format.js';
import { LANGS } from './langs.js';
import { textOf } from './text.js';

/** 24 April 2026, 18:05 UTC: already the 25th in Bishkek. */
const INSTANT = Date.UTC(2026, 3, 24, 18, 5);
const ZONE = 'Asia/Bishkek';
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('formats', () => {
  it('speaks the languages of the contracts', () => {
    expect(LANGS).toEqual(CONTRACT_LANGS);
  });

  it('groups thousands and marks decimals by language', () => {
    expect([plain(formatNumber(12345.5, 'ru', 1)), plain(formatNumber(12345, 'ky')), formatNumber(12345.5, 'en', 1)]).toEqual(['12 345,5', '12 345', '12,345.5']);
    expect([formatNumber(1000, 'ru'), formatNumber(1000, 'en'), formatNumber(-3, 'ru'), formatNumber(-0.2, 'ru')]).toEqual(['1000', '1,000', '\u22123', '0']);
  });

  it('writes dates in the words of each language and in the zone of the dialogue', () => {
    expect(formatDate(INSTANT, 'ru', 'long', ZONE)).toBe('25 апреля 2026 года');
    expect(formatDate(INSTANT, 'ky', 'long', ZONE)).toBe('2026-жылдын 25-апрель');
    expect(formatDate(INSTANT, 'en', 'weekday', ZONE)).toBe('Saturday, 25 April');
    expect(formatDate(INSTANT, 'ru', 'day', 'UTC')).toBe('24 апреля');
    expect(formatTime(INSTANT, ZONE)).toBe('0:05');
  });

  it('keeps a calendar day whatever the zone', () => {
    expect(formatDate('2027-07-01', 'ru', 'long', 'America/Los_Angeles')).toBe('1 июля 2027 года');
  });

  it('writes clocks and lengths of time', () => {
    expect([formatClock(160_000), formatClock(3_725_000), formatClock(-12_000), formatClock(-400)]).toEqual(['2:40', '1:02:05', '\u22120:12', '0:00']);
    expect([formatDuration(100_000, 'ru'), formatDuration(7_500_000, 'ky'), formatDuration(0, 'en')].map(plain)).toEqual(['1 мин 40 с', '2 саат 5 мүн', '0 s']);
  });

  it('joins lists', () => {
    expect([formatList(['a'], 'ru'), formatList(['a', 'b', 'c'], 'ky'), formatList([], 'en')]).toEqual(['a', 'a, b жана c', '']);
  });
});

describe('textOf', () => {
  it('takes the reader\'s language, else the first that exists, and says so', () => {
    expect(textOf({ ru: 'да', ky: 'ооба' }, 'ky')).toEqual({ text: 'ооба', lang: 'ky', isFallback: false });
    expect(textOf({ ru: ' ', ky: 'ооба' }, 'en')).toEqual({ text: 'ооба', lang: 'ky', isFallback: true });
    expect(textOf({}, 'ru')).toEqual({ text: '', lang: undefined, isFallback: false });
  });
});
