import type { Lang, Text } from '@tegerek/contracts/wire';
import { LANGS } from './langs.js';

export interface ReadText {
  text: string;
  /** The language that the text is in; `undefined` when there is no text at all. */
  lang: Lang | undefined;
  /** The reader's language had no text. */
  isFallback: boolean;
}

/** A multilingual text as this reader sees it: their language, else the first that exists, and says so. */
export function textOf(value: Text | undefined, locale: Lang): ReadText {
  const order = [locale, ...LANGS.filter((lang) => lang !== locale)];
  const lang = order.find((candidate) => (value?.[candidate] ?? '').trim() !== '');
  return { text: lang === undefined ? '' : value?.[lang] ?? '', lang, isFallback: lang !== undefined && lang !== locale };
}
