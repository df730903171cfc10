import type { ProposalStatus, Snapshot, VoteHead } from '@tegerek/contracts/wire';
import { moveAmendment } from './amendments.js';
import { changeProposal } from './proposals.js';
import { withCore, type Reducers } from './reducer.js';

/** Changes one vote; unknown here: nothing. */
export const changeVote = (snapshot: Snapshot, voteId: string, change: Partial<VoteHead>): Snapshot => {
  const vote = snapshot.core.votes[voteId];
  return vote ? withCore(snapshot, { votes: { ...snapshot.core.votes, [voteId]: { ...vote, ...change } } }) : snapshot;
};

/** The proposal that a decision is about moves with it. */
const settleProposal = (snapshot: Snapshot, voteId: string, status: ProposalStatus, ready: boolean): Snapshot => {
  const vote = snapshot.core.votes[voteId];
  if (!vote?.version || !vote.panelId) return snapshot;
  return changeProposal(snapshot, vote.panelId, vote.version.proposalId, () => ({ status, ready }));
};

export const voteReducers: Reducers<'vote.opened' | 'vote.closing' | 'vote.closed' | 'vote.voided'> = {
  'vote.opened': (snapshot, { graceMs: _, ...data }, { seq, at }) => {
    const vote: VoteHead = {
      ...data, state: 'open', openedAt: at, openedSeq: seq, closesAt: null, closedAt: null, result: null, castByGroup: null, ballotsHash: null, voidReason: null,
      pulledOut: false, supersededBy: null, onPaper: {}, piles: [], paper: [], lot: null,
    };
    const opened = withCore(snapshot, { votes: { ...snapshot.core.votes, [data.voteId]: vote } });
    if (!data.version || !data.panelId) return opened;
    const { proposalId, number } = data.version;
    return moveAmendment(changeProposal(opened, data.panelId, proposalId, () => ({ status: 'frozen', voteId: data.voteId, versions: number })), data.voteId, true);
  },
  'vote.closing': (snapshot, { voteId, closesAt }) => changeVote(snapshot, voteId, { state: 'closing', closesAt }),
  'vote.closed': (snapshot, { voteId, result, castByGroup, ballotsHash, paper }, { at }) => {
    const before = snapshot.core.votes[voteId]?.supersedes;
    const closed = changeVote(before ? changeVote(snapshot, before.voteId, { supersededBy: voteId }) : snapshot, voteId, { state: 'closed', closedAt: at, result, castByGroup, ballotsHash, paper });
    if (snapshot.core.votes[voteId]?.amendment) return settleProposal(closed, voteId, 'in-formulation', true);
    return settleProposal(closed, voteId, result['adopted'] === true ? 'adopted' : 'not-adopted', false);
  },
  'vote.voided': (snapshot, { voteId, reason, pulledOut }, { at }) => {
    const status = snapshot.core.votes[voteId]?.returnsTo ?? 'in-formulation';
    const voided = changeVote(snapshot, voteId, { state: 'void', closedAt: at, voidReason: reason, pulledOut });
    return moveAmendment(settleProposal(voided, voteId, status, status === 'in-formulation'), voteId, false);
  },
};
