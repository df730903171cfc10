import type { Catalogue, TextKey } from './catalogue.js';
import { formatMessage, formatNumber, type Locale, type Values } from './format-message.js';
import { en } from './messages.en.js';
import { ky } from './messages.ky.js';
import { ru } from './messages.ru.js';

export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, ru, ky };
/** An explanation has three to ten sentences. */
export const MAX_SENTENCES = 10;

export type Names = Readonly<Record<string, string>>;

/** Collects the sentences of one explanation, in one language, with the names that people know the options by. */
export class Voice {
  private readonly sentences: { readonly text: string; readonly isNeeded: boolean }[] = [];
  private readonly catalogue: Catalogue;

  constructor(readonly locale: Locale, readonly names: Names, private readonly groupNames: Names) {
    this.catalogue = CATALOGUES[locale];
  }

  text(key: TextKey, values: Values = {}): string {
    return formatMessage(this.locale, this.catalogue.texts[key], this.catalogue.units, values);
  }

  /** A sentence that must be read. */
  say(key: TextKey, values: Values = {}): void {
    this.sentences.push({ text: this.text(key, values), isNeeded: true });
  }

  /** A sentence that is left out when there is no room. */
  mention(key: TextKey, values: Values = {}): void {
    this.sentences.push({ text: this.text(key, values), isNeeded: false });
  }

  finish(): string[] {
    let spare = this.sentences.length - MAX_SENTENCES;
    const kept = this.sentences.toReversed().filter((s) => s.isNeeded || spare-- <= 0).toReversed();
    return kept.slice(0, MAX_SENTENCES).map((s) => s.text);
  }

  quoted(name: string): string {
    return this.text('quote', { x: name });
  }

  option(id: string): string {
    return this.quoted(Object.hasOwn(this.names, id) ? this.names[id]! : id);
  }

  group(id: string): string {
    return this.quoted(Object.hasOwn(this.groupNames, id) ? this.groupNames[id]! : id);
  }

  /** «A», «B» and «C» */
  and(items: readonly string[]): string {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${this.text('list.and')}${items.at(-1)!}`;
  }

  options(ids: readonly string[]): string {
    return this.and(ids.map((id) => this.option(id)));
  }

  path(ids: readonly string[]): string {
    return ids.map((id) => this.option(id)).join(' → ');
  }

  /** One place of a ranking: one option, or several side by side. */
  place(ids: readonly string[]): string {
    return ids.length === 1 ? this.option(ids[0]!) : this.text('list.shared', { options: this.options(ids) });
  }

  number(n: number): string {
    return formatNumber(this.locale, n);
  }
}

/** As a number where it is short, else as the exact fraction beside it: what is written can be found in the result. */
export function readable(value: number, exact: string | undefined): number | string {
  return exact !== undefined && exact.includes('/') && String(value).length > FRACTION_SHOWN ? exact : value;
}

/** Longer fractions tell a reader nothing; the sentence does without. */
const FRACTION_SHOWN = 7;

export const isShort = (x: number | string): boolean => String(x).length <= FRACTION_SHOWN;

/** A long list is cut to its end by `lastOf`, where only the end decides. */
const LIST_SHOWN = 8;

export const isLong = (ids: readonly string[]): boolean => ids.length > LIST_SHOWN;
export const lastOf = (ids: readonly string[]): readonly string[] => ids.slice(-3);

/** A decimal or whole number kept as text ("12.50000"); fractions ("3/40") stay text. */
export function parsed(text: string): number | string {
  return text.includes('/') ? text : Number(text);
}

/** The order of all places, or the first of them. */
export function sayOrder(voice: Voice, ranking: readonly (readonly string[])[]): void {
  const places = ranking.slice(0, LIST_SHOWN).map((p) => voice.place(p)).join('; ');
  voice.mention(ranking.length > LIST_SHOWN ? 'order.first' : 'order.full', { places });
}

/** Runner-up and last place below a single winner; null where there is none (or they are the same). */
export function comparedWith(ranking: readonly (readonly string[])[]): { readonly next: string | null; readonly last: string | null } {
  const next = ranking[1]?.[0] ?? null;
  const last = ranking.length > 2 ? ranking.at(-1)!.at(-1)! : null;
  return { next, last: last === next ? null : last };
}
