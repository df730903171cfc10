import type { Lang } from '@tegerek/contracts/wire';

/** Kept here and not imported: `contracts/wire` has values that the phone's entry does not need. A test holds it equal to LANGS there. */
export const LANGS: readonly Lang[] = ['ru', 'ky', 'en'];

const KEY = 'tegerek.lang';

export function isLang(value: unknown): value is Lang {
  return LANGS.some((lang) => lang === value);
}

/** The language kept on this device, else the browser's first that we speak, else Russian. Storage may be forbidden. */
export function preferredLang(): Lang {
  try {
    const kept = localStorage.getItem(KEY);
    if (isLang(kept)) return kept;
  } catch { /* private mode: nothing was kept */ }
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLang) ?? 'ru';
}

export function keepLang(lang: Lang): void {
  try { localStorage.setItem(KEY, lang); } catch { /* private mode: kept for this page only */ }
}
