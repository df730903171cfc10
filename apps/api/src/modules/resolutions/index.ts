// I own: published versions of the resolution.
// I guarantee: a published version is superseded, never edited; its bytes follow from the log up to the entry that it names.
// Readers (exports, publishing) take the canonical text; disclosedFold is what a bundle opens to everybody.
export { ResolutionsModule } from './resolutions.module.js';
export { ResolutionRow } from './store/resolution.row.js';
export { compose } from './compose.js';
export { disclosedFold, type DisclosedFold } from './disclosed-fold.js';
