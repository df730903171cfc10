import type { CatalogueLoaders } from '../catalogue.js';

/** The languages of this surface; one chunk each. */
export const publicCatalogues: CatalogueLoaders = {
  ru: async () => (await import('./public.ru.js')).messages,
  ky: async () => (await import('./public.ky.js')).messages,
  en: async () => (await import('./public.en.js')).messages,
};
