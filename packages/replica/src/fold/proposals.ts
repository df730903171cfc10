import type { ProposalView, Snapshot } from '@tegerek/contracts/wire';
import { withPanel, type Reducers } from './reducer.js';

export const changeProposal = (snapshot: Snapshot, panelId: string, proposalId: string, change: (old: ProposalView) => Partial<ProposalView>): Snapshot =>
  withPanel(snapshot, panelId, ({ proposals }) => {
    const old = proposals[proposalId];
    return old ? { proposals: { ...proposals, [proposalId]: { ...old, ...change(old) } } } : {};
  });

export const proposalReducers: Reducers<'proposal.submitted' | 'proposal.edited' | 'proposal.taken-up' | 'proposal.readied' | 'proposal.withdrawn'> = {
  'proposal.submitted': (snapshot, data, { at }) => withPanel(snapshot, data.panelId, ({ proposals }) => ({
    proposals: { ...proposals, [data.proposalId]: { ...data, rev: 1, status: 'submitted', ready: false, voteId: null, versions: 0, submittedAt: at, editedBy: null } },
  })),
  'proposal.edited': (snapshot, { panelId, proposalId, rev, fields, bySeat }) => changeProposal(snapshot, panelId, proposalId, (old) => ({ rev, editedBy: bySeat, fields: { ...old.fields, ...defined(fields) } })),
  'proposal.taken-up': (snapshot, { panelId, proposalId }) => changeProposal(snapshot, panelId, proposalId, () => ({ status: 'in-formulation' })),
  'proposal.readied': (snapshot, { panelId, proposalId, ready }) => changeProposal(snapshot, panelId, proposalId, () => ({ ready })),
  'proposal.withdrawn': (snapshot, { panelId, proposalId }) => changeProposal(snapshot, panelId, proposalId, () => ({ status: 'withdrawn', ready: false })),
};

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(fields: T): Defined<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
