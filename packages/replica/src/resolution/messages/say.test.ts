import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { ky } from './ky.js';
import { ru, type MessageKey } from './ru.js';
import { dayInWords, say } from './say.js';

const keys = Object.keys(ru) as MessageKey[];
const names = (text: string): string[] => [...text.matchAll(/\{([a-z0-9-]+)\}/gu)].map((match) => match[1] ?? '').sort();
/** Words that are the same in Russian and Kyrgyz. */
const SAME = new Set(['grade.consensus', 'number']);

describe('the catalogues of the documents', () => {
  it.each(keys)('%s says the same in three languages', (key) => {
    expect(names(ky[key])).toEqual(names(ru[key]));
    expect(names(en[key])).toEqual(names(ru[key]));
    if (!SAME.has(key)) expect(ky[key]).not.toBe(ru[key]);
    expect(en[key]).not.toBe(ru[key]);
  });

  it('every value must be given', () => {
    expect(say('en', 'resolution.numbered', { number: 2 })).toBe('Resolution no. 2');
    expect(() => say('en', 'resolution.numbered')).toThrow('number');
  });

  it('a day in words', () => {
    expect(['ru', 'ky', 'en'].map((lang) => dayInWords(lang as 'ru', '2026-11-04'))).toEqual(['4 ноября 2026 года', '2026-жылдын 4-ноябры', '4 November 2026']);
  });
});
