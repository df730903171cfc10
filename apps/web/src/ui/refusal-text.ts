import type { Refusal } from '@tegerek/contracts/wire';
import type { MessageKey } from '../i18n/catalogue.js';
import type { MessageArgs } from '../i18n/message.js';
import type { Translate } from '../i18n/translate.js';

const plain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A refusal in the words of the staff surfaces. The text depends on the code; `details` fill its figures, and for a faulty field say what is wrong. */
export function refusalText(t: Translate, { code, details = {} }: Refusal): string {
  const args: MessageArgs = { reason: 'other', max: 0, min: 0, ...Object.fromEntries(Object.entries(details).filter(([, value]) => plain(value))) };
  if (code === 'request.invalid') return t('staff.fault', args);
  const key = `refusal.${code}` as MessageKey;
  const words = t(key, args);
  // a code of a newer server
  return words === key ? t('refusal.other', { code }) : words;
}
