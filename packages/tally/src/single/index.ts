export { approvalCounts, makeApprovalProfile, type ApprovalBallot, type ApprovalClass, type ApprovalProfile, type ScoreBallot } from './ballots.js';
export { APPROVAL, DOTS, PLURALITY, SCORE, approval, dots, plurality, score, type SingleResult } from './single.js';
