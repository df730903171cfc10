import type { Lang } from '@tegerek/contracts/wire';
import { argumentNames, parseMessage } from './message.js';

export type Catalogues = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

function argumentsOf(source: string | undefined): string[] | string {
  try {
    return argumentNames(parseMessage(source ?? ''));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Keys that not every language has. */
export function missingKeys(catalogues: Catalogues): string[] {
  const langs = Object.keys(catalogues) as Lang[];
  const all = new Set(langs.flatMap((lang) => Object.keys(catalogues[lang])));
  return [...all].flatMap((key) => langs.filter((lang) => (catalogues[lang][key] ?? '').trim() === '').map((lang) => `${lang} ${key}`));
}

/** Messages that do not parse, or whose arguments differ from the Russian ones. */
export function unequalArguments(catalogues: Catalogues): string[] {
  return Object.keys(catalogues.ru).flatMap((key) => {
    const [ru, ky, en] = [argumentsOf(catalogues.ru[key]), argumentsOf(catalogues.ky[key]), argumentsOf(catalogues.en[key])].map((names) => JSON.stringify(names));
    return ru === ky && ru === en && ru?.startsWith('[') === true ? [] : [`${key}: ru ${ru}, ky ${ky}, en ${en}`];
  });
}

/** Kyrgyz or English texts equal to the Russian one, and so perhaps never translated. Texts without a letter are nobody's. */
export function untranslated(catalogues: Catalogues, sameOnPurpose: ReadonlySet<string>): string[] {
  const hasWords = (text: string) => /\p{L}/u.test(text.replace(/\{[^{}]*\}/g, ''));
  return (['ky', 'en'] as const).flatMap((lang) => Object.entries(catalogues.ru)
    .filter(([key, text]) => hasWords(text) && catalogues[lang][key] === text && !sameOnPurpose.has(`${lang} ${key}`))
    .map(([key]) => `${lang} ${key}`));
}
