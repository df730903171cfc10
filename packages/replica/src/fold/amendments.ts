import type { AmendmentView, Snapshot } from '@tegerek/contracts/wire';
import { withPanel, type Reducers } from './reducer.js';

const change = (snapshot: Snapshot, panelId: string, amendmentId: string, part: Partial<AmendmentView>): Snapshot => withPanel(snapshot, panelId, ({ amendments }) => {
  const old = amendments[amendmentId];
  return old ? { amendments: { ...amendments, [amendmentId]: { ...old, ...part } } } : {};
});

export const amendmentReducers: Reducers<'amendment.suggested' | 'amendment.withdrawn' | 'amendment.accepted' | 'amendment.declined'> = {
  'amendment.suggested': (snapshot, { panelId, ...data }, { at }) => withPanel(snapshot, panelId, ({ amendments }) => ({ amendments: { ...amendments, [data.amendmentId]: { ...data, status: 'open', answer: '', bySeat: null, at } } })),
  'amendment.withdrawn': (snapshot, { panelId, amendmentId }) => change(snapshot, panelId, amendmentId, { status: 'withdrawn' }),
  'amendment.accepted': (snapshot, { panelId, amendmentId, bySeat }) => change(snapshot, panelId, amendmentId, { status: 'accepted', bySeat }),
  'amendment.declined': (snapshot, { panelId, amendmentId, bySeat, reason }) => change(snapshot, panelId, amendmentId, { status: 'declined', bySeat, answer: reason }),
};
