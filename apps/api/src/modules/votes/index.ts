// I own: decisions and rankings: their rule, electorate size, opening, closing and result; consent agendas, piles of paper, the public lot.
// I guarantee: electorate and rule frozen at the opening; running totals stay inside; a closed vote is immutable.
// The order of a close: exclusive lock of the vote row → count of ballots.press → one entry.
export { VotesModule } from './votes.module.js';
export { BallotTarget } from './votes.press.js';
export { BlockReasonEraser } from './handlers/block-reason-eraser.js';
export { AgendaRow } from './store/agenda.row.js';
export { PileRow } from './store/pile.row.js';
export { VoteRow } from './store/vote.row.js';
export { findVote, openVoteIn, openVotes } from './store/votes.store.js';
export { checkDecisionRule } from './domain/decision-rule.js';
export { listed } from './domain/count-vote.js';
export { headingOf, proposalNumber } from './domain/open-vote.js';
