// I own: proposals, their revisions, and the versions that were voted on.
// I guarantee: a voted text is an immutable version; every saved edit is a revision; numbers within a panel are never reused; lineage, authors and co-sponsors survive every merge and split.
// Other modules read through findProposal and listProposals; only votes freezes, settles and releases.
export { ProposalsModule } from './proposals.module.js';
export { DissentEraser } from './handlers/dissent-eraser.js';
export { ProposalEraser } from './handlers/proposal-eraser.js';
export { isOpenText, type Proposal } from './domain/proposal.js';
export { AmendmentRow } from './store/amendment.row.js';
export { EvidenceRow, ReservationRow } from './store/evidence.row.js';
export { ProposalRow, RevisionRow, TranslationRow, VersionRow } from './store/proposal.row.js';
export { findProposal, listProposals } from './store/proposals.store.js';
export { amendmentToVote, putAmendmentToVote, releaseAmendment, settleAmendment } from './amend-by-vote.js';
export { freezeVersion, releaseProposal, settleProposal } from './freeze-version.js';
