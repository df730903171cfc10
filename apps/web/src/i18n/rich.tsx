import { Fragment, type ReactNode } from 'react';
import type { Text } from '@tegerek/contracts/wire';
import type { MessageKey } from './catalogue.js';
import { useI18n } from './provider.js';
import { textOf } from './text.js';
import { WORDS } from './words.js';

/** A message with nodes in it. Texts given as arguments are names and are isolated with `<bdi>`; numbers are formatted. */
export function Rich({ id, args = {} }: { id: MessageKey; args?: Readonly<Record<string, ReactNode>> }) {
  const { translator } = useI18n();
  const wrapped = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? <bdi>{value}</bdi> : value]));
  return translator.parts(id, wrapped).map((part, index) => <Fragment key={index}>{part as ReactNode}</Fragment>);
}

/** A multilingual text in the reader's language; another language is marked with `lang` and a visible tag. */
export function MultilingualText({ value }: { value: Text | undefined }) {
  const { locale } = useI18n();
  const { text, lang, isFallback } = textOf(value, locale);
  if (lang === undefined) return null;
  if (!isFallback) return <bdi>{text}</bdi>;
  return <><bdi lang={lang}>{text}</bdi>{' '}<span className="lang-tag" lang={lang}>{WORDS[lang].short}</span></>;
}
