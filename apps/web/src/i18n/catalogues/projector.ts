import type { CatalogueLoaders } from '../catalogue.js';

/** The languages of this surface; one chunk each. */
export const projectorCatalogues: CatalogueLoaders = {
  ru: async () => (await import('./projector.ru.js')).messages,
  ky: async () => (await import('./projector.ky.js')).messages,
  en: async () => (await import('./projector.en.js')).messages,
};
