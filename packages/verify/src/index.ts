export { verifyBundle } from './verify-bundle.js';
export type { Facts, Finding, Report } from './report.js';
export { MOST } from './read/container.js';
export { CODES, familyOf, type Code, type Family } from './codes.js';
export type { Known } from './checks/checkpoints.js';
export { listedVotes, type ListedVote, type ListedVotes } from './read/listed-votes.js';
