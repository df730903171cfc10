// I own: published versions of the resolution, and drafts of the frame around the decided texts.
// I guarantee: a published version is superseded, never edited; its bytes follow from the log up to the entry that it names.
// Readers (exports, publishing) take the canonical text; DisclosedFolds keeps what a bundle opens to everybody.
export { ResolutionsModule } from './resolutions.module.js';
export { DraftRow } from './store/draft.row.js';
export { ResolutionRow } from './store/resolution.row.js';
export { compose } from './compose.js';
export { DisclosedFolds, type DisclosedFold } from './disclosed-folds.js';
