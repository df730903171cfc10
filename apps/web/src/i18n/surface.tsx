import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import type { Catalogue, CatalogueLoaders } from './catalogue.js';
import { keepLang, preferredLang } from './langs.js';
import { I18nProvider } from './provider.js';

interface Loaded { locale: Lang; messages: Catalogue }

/**
 * Loads the reader's catalogue and keeps their choice of language on the device.
 * Times are in the device's zone until the dialogue's is known ({@link useDialogueZone}).
 * While another language loads, and when it cannot be loaded (no network), the present one stays. When not even the first
 * can be loaded, the page waits for the network and starts anew: a browser remembers a failed module until then.
 */
export function SurfaceI18n({ loaders, children }: { loaders: CatalogueLoaders; children: ReactNode }) {
  const [timeZone, setTimeZone] = useState<string>();
  const [wanted, setWanted] = useState(preferredLang);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let current = true;
    loaders[wanted]().then(
      (messages) => { if (current) setLoaded({ locale: wanted, messages }); },
      () => {
        if (!current) return;
        if (loaded === null) addEventListener('online', () => location.reload(), { once: true });
        else setWanted(loaded.locale);
      },
    );
    return () => { current = false; };
  }, [wanted, loaders]); // eslint-disable-line react-hooks/exhaustive-deps -- `loaded` is only what to return to
  const setLocale = useCallback((locale: Lang) => { keepLang(locale); setWanted(locale); }, []);
  if (loaded === null) return null;
  return <I18nProvider locale={loaded.locale} wanted={wanted} setLocale={setLocale} messages={loaded.messages} timeZone={timeZone} setTimeZone={setTimeZone}>{children}</I18nProvider>;
}
