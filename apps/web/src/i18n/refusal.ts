import { useCallback } from 'react';
import type { Refusal } from '@tegerek/contracts/wire';
import type { MessageKey } from './catalogue.js';
import { useI18n } from './provider.js';

/** A refusal in the reader's language: what is wrong and what to do. Its `path` tells the form which field to put it under. */
export function useRefusal(): (refusal: Pick<Refusal, 'code' | 'details'>) => string {
  const { translator } = useI18n();
  return useCallback(({ code, details }) => {
    const key: MessageKey = `refusal.${code}`;
    return translator.has(key) ? translator.text(key, details) : translator.text('refusal.other', { code });
  }, [translator]);
}
