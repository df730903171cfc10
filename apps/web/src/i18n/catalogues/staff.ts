import type { CatalogueLoaders } from '../catalogue.js';

/** The languages of this surface; one chunk each. */
export const staffCatalogues: CatalogueLoaders = {
  ru: async () => (await import('./staff.ru.js')).messages,
  ky: async () => (await import('./staff.ky.js')).messages,
  en: async () => (await import('./staff.en.js')).messages,
};
