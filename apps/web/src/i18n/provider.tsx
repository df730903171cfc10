import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import type { Catalogue } from './catalogue.js';
import { formatClock, formatDate, formatDuration, formatList, formatNumber, formatTime, type DateStyle } from './format.js';
import { createTranslator, type Translate, type Translator } from './translate.js';

/** Numbers, dates and lists in the reader's language; times in the dialogue's zone. Instants and lengths in ms. */
export interface Format {
  number: (value: number, fractionDigits?: number) => string;
  /** An instant, or a calendar day `2026-04-24`. */
  date: (value: number | string, style?: DateStyle) => string;
  time: (instant: number) => string;
  clock: (ms: number) => string;
  duration: (ms: number) => string;
  list: (items: readonly string[]) => string;
}

export interface I18n {
  locale: Lang;
  /** The language that was asked for: `locale`, as soon as its words are here. */
  wanted: Lang;
  setLocale: (locale: Lang) => void;
  /** Times are shown in this IANA zone from now on. */
  setTimeZone: (timeZone: string) => void;
  translator: Translator;
  format: Format;
}

const Context = createContext<I18n | null>(null);

function createFormat(locale: Lang, timeZone: string | undefined): Format {
  return {
    number: (value, fractionDigits) => formatNumber(value, locale, fractionDigits),
    date: (value, style) => formatDate(value, locale, style, timeZone),
    time: (instant) => formatTime(instant, timeZone),
    clock: formatClock,
    duration: (ms) => formatDuration(ms, locale),
    list: (items) => formatList(items, locale),
  };
}

export interface I18nProviderProps {
  locale: Lang;
  wanted?: Lang | undefined;
  setLocale: (locale: Lang) => void;
  messages: Catalogue;
  /** IANA zone of the dialogue; without one, the device's. */
  timeZone?: string | undefined;
  setTimeZone?: ((timeZone: string) => void) | undefined;
  /** The page's own provider names the language on `<html>`; a nested one (two languages on a screen) does not. */
  nested?: boolean;
  children: ReactNode;
}

const stay = (): void => {};

export function I18nProvider({ locale, wanted = locale, setLocale, messages, timeZone, setTimeZone = stay, nested = false, children }: I18nProviderProps) {
  useEffect(() => { if (!nested) document.documentElement.lang = locale; }, [locale, nested]);
  const value = useMemo<I18n>(
    () => ({ locale, wanted, setLocale, setTimeZone, translator: createTranslator(locale, messages), format: createFormat(locale, timeZone) }),
    [locale, wanted, setLocale, setTimeZone, messages, timeZone],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (value === null) throw new Error('no I18nProvider above this component');
  return value;
}

/** `const t = useText(); t('ui.back')` */
export function useText(): Translate {
  return useI18n().translator.text;
}

export function useFormat(): Format {
  return useI18n().format;
}
