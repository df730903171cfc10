import type { CatalogueLoaders } from '../catalogue.js';

/** The languages of this surface; one chunk each. */
export const verifierCatalogues: CatalogueLoaders = {
  ru: async () => (await import('./verifier.ru.js')).messages,
  ky: async () => (await import('./verifier.ky.js')).messages,
  en: async () => (await import('./verifier.en.js')).messages,
};
