export { verifyBundle } from './verify-bundle.js';
export type { Facts, Finding, Report } from './report.js';
export type { Known } from './checks/checkpoints.js';
export { listedVotes, type ListedVote, type ListedVotes } from './read/listed-votes.js';
