export { verifyBundle } from './verify-bundle.js';
export type { Facts, Finding, Report } from './report.js';
