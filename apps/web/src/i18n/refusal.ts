import { useCallback } from 'react';
import type { Refusal } from '@tegerek/contracts/wire';
import type { MessageKey } from './catalogue.js';
import type { MessageArgs } from './message.js';
import { useText } from './provider.js';
import type { Translate } from './translate.js';

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A refusal in the reader's language: what is wrong and what to do. The text depends on the code; `details` fill its figures. Its `path` tells the form which field to put it under. */
export function refusalText(t: Translate, { code, details = {} }: Pick<Refusal, 'code' | 'details'>): string {
  const args: MessageArgs = { reason: 'other', max: 0, min: 0, ...Object.fromEntries(Object.entries(details).filter(([, value]) => isPlain(value))) };
  const key: MessageKey = `refusal.${code}`;
  const words = t(key, args);
  // a code of a newer server
  return words === key ? t('refusal.other', { code }) : words;
}

export function useRefusal(): (refusal: Pick<Refusal, 'code' | 'details'>) => string {
  const t = useText();
  return useCallback((refusal) => refusalText(t, refusal), [t]);
}
