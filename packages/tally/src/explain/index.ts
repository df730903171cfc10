export { EXPLAINED, explain, type Explainable } from './explain.js';
export { type Locale } from './format-message.js';
