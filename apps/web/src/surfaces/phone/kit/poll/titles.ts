import type { PollBody } from '@tegerek/contracts/wire';
import { textOf, useI18n } from '../../../../i18n/index.js';

/** Titles of a poll's options as this reader sees them, with the language when it is another. */
export function useTitles(body: Extract<PollBody, { options: unknown }>): Record<string, { text: string; lang: string | undefined }> {
  const { locale } = useI18n();
  return Object.fromEntries(body.options.map(({ id, title }) => {
    const { text, lang } = textOf(title, locale);
    return [id, { text, lang }];
  }));
}
