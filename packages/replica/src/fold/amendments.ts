import type { AmendmentStatus, AmendmentView, LineUpView, Snapshot } from '@tegerek/contracts/wire';
import { changeProposal } from './proposals.js';
import { withPanel, type Reducers } from './reducer.js';

const change = (snapshot: Snapshot, panelId: string, amendmentId: string, part: Partial<AmendmentView>): Snapshot => withPanel(snapshot, panelId, ({ amendments }) => {
  const old = amendments[amendmentId];
  return old ? { amendments: { ...amendments, [amendmentId]: { ...old, ...part } } } : {};
});

type Item = LineUpView['items'][number];

const changeItem = (snapshot: Snapshot, panelId: string, proposalId: string, amendmentId: string, part: Partial<Item>): Snapshot => withPanel(snapshot, panelId, ({ lineUps }) => {
  const old = lineUps[proposalId];
  return old ? { lineUps: { ...lineUps, [proposalId]: { ...old, items: old.items.map((item) => (item.amendmentId === amendmentId ? { ...item, ...part } : item)) } } } : {};
});

const SETTLED: readonly Item['outcome'][] = ['adopted', 'rejected', 'fell', 'out'];

/** A vote on an amendment began, or was void; what it came to is said by `amendment.decided`. */
export function moveAmendment(snapshot: Snapshot, voteId: string, isOpen: boolean): Snapshot {
  const vote = snapshot.core.votes[voteId];
  if (!vote?.amendment || !vote.panelId || !vote.version) return snapshot;
  const { panelId, amendment: { amendmentId }, version: { proposalId } } = vote;
  const status: AmendmentStatus = isOpen ? 'voting' : 'open';
  return changeItem(change(snapshot, panelId, amendmentId, { status }), panelId, proposalId, amendmentId, isOpen ? { outcome: 'voting', voteId } : { outcome: 'waiting', voteId: null });
}

export const amendmentReducers: Reducers<
  'amendment.suggested' | 'amendment.withdrawn' | 'amendment.accepted' | 'amendment.declined' | 'amendment.lined-up' | 'amendment.put' | 'amendment.left' | 'amendment.decided' | 'amendment.fell'
> = {
  'amendment.suggested': (snapshot, { panelId, ...data }, { at }) => withPanel(snapshot, panelId, ({ amendments }) => ({ amendments: { ...amendments, [data.amendmentId]: { ...data, status: 'open', answer: '', bySeat: null, at } } })),
  'amendment.withdrawn': (snapshot, { panelId, amendmentId }) => change(snapshot, panelId, amendmentId, { status: 'withdrawn' }),
  'amendment.accepted': (snapshot, { panelId, amendmentId, bySeat }) => change(snapshot, panelId, amendmentId, { status: 'accepted', bySeat }),
  'amendment.declined': (snapshot, { panelId, amendmentId, bySeat, reason }) => change(snapshot, panelId, amendmentId, { status: 'declined', bySeat, answer: reason }),
  // what was decided before stays in the list, ahead of what is lined up anew
  'amendment.lined-up': (snapshot, { panelId, proposalId, items, order, reason }) => withPanel(snapshot, panelId, ({ lineUps }) => ({
    lineUps: { ...lineUps, [proposalId]: { order, reason, items: [...(lineUps[proposalId]?.items ?? []).filter(({ outcome }) => SETTLED.includes(outcome)), ...items.map((item): Item => ({ ...item, text: null, outcome: 'waiting', voteId: null, to: null }))] } },
  })),
  'amendment.put': (snapshot, { panelId, proposalId, amendmentId, text }) => changeItem(snapshot, panelId, proposalId, amendmentId, { text }),
  'amendment.left': (snapshot, { panelId, proposalId, amendmentId }) => changeItem(snapshot, panelId, proposalId, amendmentId, { outcome: 'out' }),
  'amendment.decided': (snapshot, { panelId, proposalId, amendmentId, voteId, adopted, rev }) => {
    const outcome = adopted ? 'adopted' : 'rejected';
    const told = changeItem(change(snapshot, panelId, amendmentId, { status: outcome }), panelId, proposalId, amendmentId, { outcome, voteId });
    const fields = snapshot.core.votes[voteId]?.version?.fields;
    return rev === null || !fields ? told : changeProposal(told, panelId, proposalId, () => ({ fields, rev }));
  },
  'amendment.fell': (snapshot, { panelId, proposalId, amendmentId, to }) => changeItem(change(snapshot, panelId, amendmentId, { status: 'fell' }), panelId, proposalId, amendmentId, { outcome: 'fell', to }),
};
