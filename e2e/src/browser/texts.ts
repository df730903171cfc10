import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lang } from '@tegerek/contracts';

export type Surface = 'phone' | 'staff' | 'projector' | 'public';

/** A message of the product's own catalogues, with its arguments put in. */
export type Text = (key: string, args?: Record<string, unknown>) => string;

interface Compiled { messages: Record<string, string> }
interface Translate { createTranslator(locale: Lang, messages: Record<string, string>): { text: Text; has(key: string): boolean } }

const compiled = (file: string): string => {
  const path = fileURLToPath(new URL(`../../../apps/web/dist-test/i18n/${file}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`build apps/web first: ${path} is missing`);
  return path;
};

/** Reads a catalogue as apps/web was compiled: the stories name what people read by its key and never hold a copy. @throws Error for an unknown key */
export async function textsOf(surface: Surface, lang: Lang): Promise<Text> {
  const { messages } = (await import(compiled(`catalogues/${surface}.${lang}.js`))) as Compiled;
  const { createTranslator } = (await import(compiled('translate.js'))) as Translate;
  const { text, has } = createTranslator(lang, messages);
  return (key, args) => {
    if (!has(key)) throw new Error(`no message ${key} in ${surface}.${lang}`);
    return text(key, args);
  };
}

/** The messages of a surface as they are written, by key. */
export async function messagesOf(surface: Surface, lang: Lang): Promise<Record<string, string>> {
  return ((await import(compiled(`catalogues/${surface}.${lang}.js`))) as Compiled).messages;
}

/** Every key of a surface: none of them may ever be seen in a page. */
export const keysOf = async (surface: Surface): Promise<string[]> => Object.keys(await messagesOf(surface, 'ru'));

/** Shorter ones stand inside other words. */
const TELLING = 10;

/** Tells what of a name is the Russian catalogue's and not also the Kyrgyz one's. */
export async function russianIn(surface: Surface): Promise<(name: string) => string | undefined> {
  const own = new Set(Object.values(await messagesOf(surface, 'ky')));
  const plain = Object.values(await messagesOf(surface, 'ru')).filter((words) => !own.has(words)).map((words) => (words.split('{')[0] ?? '').trim()).filter((words) => words !== '');
  const whole = new Set(plain.filter((words) => !own.has(words)));
  const long = [...whole].filter((words) => words.length >= TELLING);
  return (name) => (whole.has(name) ? name : long.find((words) => name.includes(words)));
}
