import type { AlsoBy, PanelSlice, QuestionView, Snapshot, TurnView } from '@tegerek/contracts/wire';
import { withValue } from './own-records.js';
import { bump, withCore, withHead, withPanel, type Reducers } from './reducer.js';

const setQuestion = (snapshot: Snapshot, panelId: string, questionId: string, change: (old: QuestionView | undefined) => QuestionView | undefined): Snapshot =>
  withPanel(snapshot, panelId, ({ questions }) => {
    const next = change(questions[questionId]);
    return next ? { questions: withValue(questions, questionId, next) } : {};
  });

const changeQuestion = (snapshot: Snapshot, panelId: string, questionId: string, change: Partial<QuestionView>): Snapshot =>
  setQuestion(snapshot, panelId, questionId, (old) => old && { ...old, ...change });

const forgetQuestion = (snapshot: Snapshot, panelId: string, questionId: string): Snapshot =>
  withPanel(snapshot, panelId, ({ questions: { [questionId]: _, ...questions } }) => ({ questions }));

/** An audience may learn of a merge twice, the second time with more of the author. */
function joined(alsoBy: readonly AlsoBy[], more: AlsoBy): AlsoBy[] {
  const known = alsoBy.find((each) => each.questionId === more.questionId);
  const merged = known === undefined ? more : { questionId: more.questionId, seatId: known.seatId ?? more.seatId, groupId: known.groupId ?? more.groupId };
  return [...alsoBy.filter((each) => each.questionId !== more.questionId), merged];
}

const setTurn = (snapshot: Snapshot, panelId: string, turnId: string, change: Partial<TurnView>): Snapshot =>
  withHead(snapshot, panelId, ({ turn }) => (turn?.turnId === turnId ? { turn: { ...turn, ...change } } : {}));

const NEW = { reason: null, answer: null, answeredAt: null, pinnedAt: null, mergedInto: null, alsoBy: [] };

const withoutHand = (panel: PanelSlice, handId: string | null) => panel.hands.filter((hand) => hand.handId !== handId);

export const floorReducers: Reducers<
  'question.received' | 'question.published' | 'question.declined' | 'question.retracted' | 'question.reopened' | 'question.merged' | 'question.unmerged' | 'question.pinned' | 'question.answered'
  | 'question.withdrawn' | 'hand.raised' | 'hand.lowered' | 'turn.started' | 'turn.paused' | 'turn.resumed' | 'turn.extended' | 'turn.ended'
  | 'screen.paired' | 'screen.released' | 'screen.shown' | 'minutes.added' | 'minutes.edited' | 'console.handed-over'
> = {
  // in one entry `received` (author, facilitators) may come before or after `published` (what the room sees): each adds what it knows
  'question.received': (snapshot, { panelId, ...data }, { at }) => setQuestion(snapshot, panelId, data.questionId, (old) => ({ ...NEW, ...data, status: old?.status ?? 'waiting', askedAt: old?.askedAt ?? at, answer: old?.answer ?? null })),
  'question.published': (snapshot, { panelId, ...data }) => setQuestion(snapshot, panelId, data.questionId, (old) => ({
    ...NEW, ...data, status: 'public', seatId: data.seatId ?? old?.seatId ?? null, groupId: data.groupId ?? old?.groupId ?? null, anonymous: old?.anonymous ?? data.seatId === null,
    answer: old?.answer ?? null, alsoBy: old?.alsoBy ?? [],
  })),
  'question.declined': (snapshot, { panelId, questionId, reason }) => changeQuestion(snapshot, panelId, questionId, { status: 'declined', reason }),
  'question.retracted': (snapshot, { panelId, questionId }) => forgetQuestion(snapshot, panelId, questionId),
  'question.reopened': (snapshot, { panelId, ...data }) => setQuestion(snapshot, panelId, data.questionId, () => ({ ...NEW, ...data, status: 'waiting' })),
  'question.merged': (snapshot, { panelId, questionId, into, seatId, groupId }) => {
    const moved = changeQuestion(snapshot, panelId, questionId, { status: 'merged', mergedInto: into, pinnedAt: null });
    return setQuestion(moved, panelId, into, (old) => old && { ...old, alsoBy: joined(old.alsoBy, { questionId, seatId, groupId }) });
  },
  'question.unmerged': (snapshot, { panelId, questionId, into, before }) => {
    const back = changeQuestion(snapshot, panelId, questionId, { status: before, mergedInto: null });
    return setQuestion(back, panelId, into, (old) => old && { ...old, alsoBy: old.alsoBy.filter((each) => each.questionId !== questionId) });
  },
  'question.pinned': (snapshot, { panelId, questionId, pinned }, { at }) => changeQuestion(snapshot, panelId, questionId, { pinnedAt: pinned ? at : null }),
  'question.answered': (snapshot, { panelId, questionId, answer }, { at }) => changeQuestion(snapshot, panelId, questionId, { status: 'answered', answer, answeredAt: at, pinnedAt: null }),
  'question.withdrawn': (snapshot, { panelId, questionId }) => changeQuestion(snapshot, panelId, questionId, { status: 'withdrawn', pinnedAt: null }),
  'hand.raised': (snapshot, { panelId, ...hand }, { at }) => withPanel(snapshot, panelId, ({ hands }) => ({ hands: [...hands, { ...hand, raisedAt: at }] })),
  'hand.lowered': (snapshot, { panelId, handId }) => withPanel(snapshot, panelId, (panel) => ({ hands: withoutHand(panel, handId) })),
  'turn.started': (snapshot, { panelId, handId, ...turn }) =>
    withPanel(withHead(snapshot, panelId, () => ({ turn: { ...turn, pausedAt: null, pausedMs: 0 } })), panelId, (panel) => ({ hands: withoutHand(panel, handId) })),
  'turn.paused': (snapshot, { panelId, turnId, pausedAt }) => setTurn(snapshot, panelId, turnId, { pausedAt }),
  'turn.resumed': (snapshot, { panelId, turnId, pausedMs }) => setTurn(snapshot, panelId, turnId, { pausedAt: null, pausedMs }),
  'turn.extended': (snapshot, { panelId, turnId, limitMs }) => setTurn(snapshot, panelId, turnId, { limitMs }),
  'turn.ended': (snapshot, { panelId, turnId, spentMs }) => {
    const turn = snapshot.core.panels[panelId]?.turn;
    if (!turn || turn.turnId !== turnId) return snapshot;
    const ended = { turnId, seatId: turn.seatId, groupId: turn.groupId, startedAt: turn.startedAt, spentMs };
    const counted = withHead(snapshot, panelId, (head) => ({ turn: null, spokenMs: bump(head.spokenMs, turn.groupId ?? '', spentMs) }));
    return withPanel(counted, panelId, ({ turns }) => ({ turns: [...turns, ended] }));
  },
  'screen.released': (snapshot, { screenId }) => withCore(snapshot, { screens: Object.fromEntries(Object.entries(snapshot.core.screens).filter(([id]) => id !== screenId)) }),
  'screen.paired': (snapshot, screen) => withCore(snapshot, { screens: { ...snapshot.core.screens, [screen.screenId]: screen } }),
  'screen.shown': (snapshot, { panelId, view }) => {
    const { shown, shownBefore } = snapshot.core;
    const place = panelId ?? '';
    const before = shown[place];
    return withCore(snapshot, { shown: { ...shown, [place]: view }, ...(before ? { shownBefore: { ...shownBefore, [place]: before } } : {}) });
  },
  'console.handed-over': (snapshot, { panelId, seatId }) => withPanel(snapshot, panelId, () => ({ holder: seatId })),
  'minutes.added': (snapshot, { panelId, ...entry }) => withPanel(snapshot, panelId, ({ minutes }) => ({ minutes: [...minutes, { ...entry, rev: 0 }] })),
  'minutes.edited': (snapshot, { panelId, entryId, text, rev }) =>
    withPanel(snapshot, panelId, ({ minutes }) => ({ minutes: minutes.map((entry) => (entry.entryId === entryId ? { ...entry, text, rev } : entry)) })),
};
