export { composeResolution, hasDecisions, isDisclosed, type ResolutionTerms } from './compose.js';
export { placesOf } from './ranking.js';
export type * from './document.js';
