export { EXPLAINED, explain, type Explainable } from './explain.js';
export { type Locale } from './format-message.js';
export { explainReport } from './shortlist.js';
