import type { PollView, Snapshot } from '@tegerek/contracts/wire';
import { withHead, withPanel, type Reducers } from './reducer.js';

const setPoll = (snapshot: Snapshot, panelId: string, poll: PollView): Snapshot => withPanel(snapshot, panelId, ({ polls }) => ({ polls: { ...polls, [poll.pollId]: poll } }));

const changePoll = (snapshot: Snapshot, panelId: string, pollId: string, change: (old: PollView) => Partial<PollView>): Snapshot =>
  withPanel(snapshot, panelId, ({ polls }) => {
    const old = polls[pollId];
    return old ? { polls: { ...polls, [pollId]: { ...old, ...change(old) } } } : {};
  });

const EMPTY = { openedAt: null, closesAt: null, closedAt: null, answeredByGroup: null, result: null, hiddenTexts: [] };

export const pollReducers: Reducers<'poll.drafted' | 'poll.edited' | 'poll.deleted' | 'poll.opened' | 'poll.closed' | 'poll.shown' | 'poll.hidden' | 'poll.text-hidden'> = {
  'poll.drafted': (snapshot, { pollId, panelId, setup }, { seq }) => setPoll(snapshot, panelId, { ...EMPTY, pollId, panelId, setup, state: 'draft', rev: 0, series: pollId, round: 1, seq }),
  'poll.edited': (snapshot, { pollId, panelId, setup, rev }) => changePoll(snapshot, panelId, pollId, () => ({ setup, rev })),
  'poll.deleted': (snapshot, { pollId, panelId }) => withPanel(snapshot, panelId, ({ polls: { [pollId]: _, ...others } }) => ({ polls: others })),
  'poll.opened': (snapshot, { pollId, panelId, setup, series, round, closesAt }, { seq, at }) => {
    const old = snapshot.panels[panelId]?.polls[pollId];
    const opened: PollView = { ...EMPTY, pollId, panelId, setup, state: 'open', rev: old?.rev ?? 0, series, round, seq: old?.seq ?? seq, openedAt: at, closesAt };
    return setPoll(withHead(snapshot, panelId, () => ({ poll: pollId })), panelId, opened);
  },
  'poll.closed': (snapshot, { pollId, panelId, answeredByGroup }, { at }) =>
    changePoll(withHead(snapshot, panelId, ({ poll }) => (poll === pollId ? { poll: null } : {})), panelId, pollId, () => ({ state: 'closed', closedAt: at, answeredByGroup })),
  'poll.shown': (snapshot, { pollId, panelId, result }) => changePoll(snapshot, panelId, pollId, () => ({ result })),
  'poll.hidden': (snapshot, { pollId, panelId }) => changePoll(snapshot, panelId, pollId, () => ({ result: null })),
  'poll.text-hidden': (snapshot, { pollId, panelId, key, hidden }) =>
    changePoll(snapshot, panelId, pollId, ({ hiddenTexts }) => ({ hiddenTexts: [...hiddenTexts.filter((other) => other !== key), ...(hidden ? [key] : [])] })),
};
