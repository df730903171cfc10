import type { PollResult } from '@tegerek/contracts';
import { STOP_WORDS } from './stop-words.js';

type Cloud = PollResult['cloud'];

/** Up to so many words stand together as one phrase; a longer text is taken word by word. */
const PHRASE = 3;

/** The words of a text: lower case, `ё` as `е`, without punctuation; a hyphen or an apostrophe inside a word stays. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** Under which keys a text is counted, and how it was written there. A text of stop words alone stays whole. */
export function termsOf(text: string): { key: string; text: string }[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const whole = text.replace(/\s+/gu, ' ').replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  if (words.length === 0) return [];
  if (telling.length === 0) return [{ key: words.join(' '), text: whole }];
  if (telling.length <= PHRASE) return [{ key: telling.join(' '), text: whole }];
  return [...new Set(telling)].map((word) => ({ key: word, text: word }));
}

/**
 * Groups short texts to a cloud: each text counts once under each of its keys, hidden keys do not count. Most frequent first, equal ones
 * by key; a key is written as most people wrote it. Pure: the order of the texts does not matter.
 */
export function wordCloud(texts: readonly string[], hidden: readonly string[], most: number): Cloud {
  const written = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const term of termsOf(text)) {
      const forms = written.get(term.key) ?? new Map<string, number>();
      forms.set(term.text, (forms.get(term.text) ?? 0) + 1);
      written.set(term.key, forms);
    }
  }
  const entries = [...written].filter(([key]) => !hidden.includes(key)).map(([key, forms]) => ({ key, text: commonest(forms), n: [...forms.values()].reduce((sum, n) => sum + n, 0) }));
  return entries.sort((a, b) => b.n - a.n || compare(a.key, b.key)).slice(0, most);
}

/** Of equally frequent forms the one with fewer capitals: they sort before small letters. */
const commonest = (forms: ReadonlyMap<string, number>): string => [...forms].sort(([a, n], [b, m]) => m - n || compare(b, a))[0]?.[0] ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The terms of these texts by key, without figures: what a moderator looks through before a cloud is shown. */
export const textsOf = (texts: readonly string[]): { key: string; text: string }[] =>
  wordCloud(texts, [], Number.MAX_SAFE_INTEGER).map(({ key, text }) => ({ key, text })).sort((a, b) => compare(a.key, b.key));
