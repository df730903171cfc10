import { LANGS, type Lang } from '@tegerek/contracts/wire';
import type { MultilingualText } from '../resolution-document.js';

export interface Picked {
  text: string;
  lang: Lang;
}

/** A text in the reader's language, else in the first that there is; `undefined`: in none. */
export function pick(text: MultilingualText, lang: Lang): Picked | undefined {
  const found = [lang, ...LANGS].find((each) => (text[each] ?? '') !== '');
  return found && { text: text[found] ?? '', lang: found };
}

/** The same as one string; another language than the reader's is said visibly. */
export function pickText(text: MultilingualText, lang: Lang): string {
  const picked = pick(text, lang);
  return picked ? tagged(picked.text, picked.lang, lang) : '';
}

export const tagged = (text: string, textLang: Lang, lang: Lang): string => (textLang === lang ? text : `${text} [${textLang}]`);

/** Paragraphs of a text, without empty ones. */
export const lines = (text: string): string[] => text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '');
