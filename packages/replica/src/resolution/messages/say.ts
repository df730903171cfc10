import type { Lang } from '@tegerek/contracts/wire';
import { en } from './en.js';
import { ky } from './ky.js';
import { ru, type MessageKey } from './ru.js';

const CATALOGUES: Record<Lang, Record<MessageKey, string>> = { ru, ky, en };

/** A text of the documents in a language; every `{name}` of it must be given. */
export function say(lang: Lang, key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return CATALOGUES[lang][key].replace(/\{([a-z0-9-]+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} needs ${name}`);
    return String(value);
  });
}

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
export const speaker = (lang: Lang): Say => (key, values) => say(lang, key, values);

const MONTHS: Record<Lang, readonly string[]> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ky: ['январы', 'февралы', 'марты', 'апрели', 'майы', 'июну', 'июлу', 'августу', 'сентябры', 'октябры', 'ноябры', 'декабры'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** A calendar day (`YYYY-MM-DD`) in words. */
export function dayInWords(lang: Lang, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[lang][Number(month) - 1] ?? month;
  const number = String(Number(date));
  if (lang === 'ru') return `${number} ${name} ${year} года`;
  return lang === 'ky' ? `${year}-жылдын ${number}-${name}` : `${number} ${name} ${year}`;
}
