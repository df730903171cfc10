import type { Refusal } from '@tegerek/contracts/wire';
import type { MessageKey } from '../i18n/catalogue.js';
import type { MessageArgs } from '../i18n/message.js';
import type { Translate } from '../i18n/translate.js';

const plain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A refusal in the reader's words. The text depends on the code; `details` fill its figures. */
export function refusalText(t: Translate, { code, details = {} }: Refusal): string {
  const args: MessageArgs = { reason: 'other', max: 0, min: 0, ...Object.fromEntries(Object.entries(details).filter(([, value]) => plain(value))) };
  return t(`refusal.${code}` as MessageKey, args);
}
