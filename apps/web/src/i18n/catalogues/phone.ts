import type { CatalogueLoaders } from '../catalogue.js';

/** The languages of this surface; one chunk each. */
export const phoneCatalogues: CatalogueLoaders = {
  ru: async () => (await import('./phone.ru.js')).messages,
  ky: async () => (await import('./phone.ky.js')).messages,
  en: async () => (await import('./phone.en.js')).messages,
};
