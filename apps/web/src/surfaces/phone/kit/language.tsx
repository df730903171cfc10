import { useEffect, useRef } from 'react';
import { useI18n } from '../../../i18n/index.js';
import { useMe, useSend } from '../../../live/index.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { useWho } from './who.js';

/** The language in the head: the dialogue's languages in turn. */
export function DialogueLanguage() {
  const { door } = useWho();
  return <LanguageSwitch languages={door.languages} />;
}

/** When the person changes the language, the server learns it: what is sent to them later comes in it. */
export function useLanguageOfSeat(): void {
  const { locale } = useI18n();
  const me = useMe();
  const send = useSend();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (me === null) return;
    if (seen.current === null) {
      seen.current = locale;
      return;
    }
    if (seen.current !== locale) {
      seen.current = locale;
      void send('seat.set-language', { language: locale });
    }
  }, [locale, me, send]);
}
