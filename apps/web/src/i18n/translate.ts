import type { Lang } from '@tegerek/contracts/wire';
import type { Catalogue, MessageKey } from './catalogue.js';
import { formatNumber } from './format.js';
import { formatParts, parseMessage, type MessageArgs } from './message.js';

/** Text for a key; values are put in as they are (for React nodes there is `<Rich>`). */
export type Translate = (key: MessageKey, args?: MessageArgs) => string;

export interface Translator {
  text: Translate;
  /** Whether this surface carries the message. */
  has: (key: string) => boolean;
  /** The same as pieces in reading order, argument values untouched: for names in `<bdi>` and links. */
  parts: (key: MessageKey, args?: MessageArgs) => unknown[];
}

/** Parses each message once, when it is first needed. An unknown key shows as itself. */
export function createTranslator(locale: Lang, catalogue: Catalogue): Translator {
  const parsed = new Map<string, ReturnType<typeof parseMessage>>();
  const number = (n: number) => formatNumber(n, locale, Number.isInteger(n) ? 0 : 1);
  const parts: Translator['parts'] = (key, args = {}) => {
    const nodes = parsed.get(key) ?? parseMessage(catalogue[key] ?? key);
    parsed.set(key, nodes);
    return formatParts(nodes, { locale, args, number });
  };
  return { parts, has: (key) => key in catalogue, text: (key, args) => parts(key, args).map(String).join('') };
}
