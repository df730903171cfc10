import type { PanelSlice, QuestionView, Snapshot } from '@tegerek/contracts/wire';
import { bump, withCore, withHead, withPanel, type Reducers } from './reducer.js';

const setQuestion = (snapshot: Snapshot, panelId: string, questionId: string, change: (old: QuestionView | undefined) => QuestionView | undefined): Snapshot =>
  withPanel(snapshot, panelId, ({ questions }) => {
    const next = change(questions[questionId]);
    return next ? { questions: { ...questions, [questionId]: next } } : {};
  });

const changeQuestion = (snapshot: Snapshot, panelId: string, questionId: string, change: Partial<QuestionView>): Snapshot =>
  setQuestion(snapshot, panelId, questionId, (old) => old && { ...old, ...change });

const withoutHand = (panel: PanelSlice, handId: string | null) => panel.hands.filter((hand) => hand.handId !== handId);

export const floorReducers: Reducers<
  'question.received' | 'question.published' | 'question.declined' | 'question.answered' | 'question.withdrawn' | 'hand.raised' | 'hand.lowered' | 'turn.started' | 'turn.ended'
  | 'screen.paired' | 'screen.shown' | 'minutes.added' | 'minutes.edited'
> = {
  // in one entry `received` (author, facilitators) may come before or after `published` (what the room sees): each adds what it knows
  'question.received': (snapshot, data, { at }) => setQuestion(snapshot, data.panelId, data.questionId, (old) => ({
    questionId: data.questionId, text: data.text, language: data.language, status: old?.status ?? 'waiting', seatId: data.seatId, groupId: data.groupId, toSeat: data.toSeat,
    anonymous: data.anonymous, askedAt: old?.askedAt ?? at, reason: null, answer: old?.answer ?? null,
  })),
  'question.published': (snapshot, data) => setQuestion(snapshot, data.panelId, data.questionId, (old) => ({
    questionId: data.questionId, text: data.text, language: data.language, status: 'public', seatId: data.seatId ?? old?.seatId ?? null, groupId: data.groupId ?? old?.groupId ?? null,
    toSeat: data.toSeat, anonymous: old?.anonymous ?? data.seatId === null, askedAt: data.askedAt, reason: null, answer: old?.answer ?? null,
  })),
  'question.declined': (snapshot, { panelId, questionId, reason }) => changeQuestion(snapshot, panelId, questionId, { status: 'declined', reason }),
  'question.answered': (snapshot, { panelId, questionId, answer }) => changeQuestion(snapshot, panelId, questionId, { status: 'answered', answer }),
  'question.withdrawn': (snapshot, { panelId, questionId }) => changeQuestion(snapshot, panelId, questionId, { status: 'withdrawn' }),
  'hand.raised': (snapshot, { panelId, ...hand }, { at }) => withPanel(snapshot, panelId, ({ hands }) => ({ hands: [...hands, { ...hand, raisedAt: at }] })),
  'hand.lowered': (snapshot, { panelId, handId }) => withPanel(snapshot, panelId, (panel) => ({ hands: withoutHand(panel, handId) })),
  'turn.started': (snapshot, { panelId, handId, ...turn }) =>
    withPanel(withHead(snapshot, panelId, () => ({ turn })), panelId, (panel) => ({ hands: withoutHand(panel, handId) })),
  'turn.ended': (snapshot, { panelId, turnId, spentMs }) => {
    const turn = snapshot.core.panels[panelId]?.turn;
    if (!turn || turn.turnId !== turnId) return snapshot;
    const ended = { turnId, seatId: turn.seatId, groupId: turn.groupId, startedAt: turn.startedAt, spentMs };
    const counted = withHead(snapshot, panelId, (head) => ({ turn: null, spokenMs: bump(head.spokenMs, turn.groupId ?? '', spentMs) }));
    return withPanel(counted, panelId, ({ turns }) => ({ turns: [...turns, ended] }));
  },
  'screen.paired': (snapshot, screen) => withCore(snapshot, { screens: { ...snapshot.core.screens, [screen.screenId]: screen } }),
  'screen.shown': (snapshot, { panelId, view }) => withCore(snapshot, { shown: { ...snapshot.core.shown, [panelId ?? '']: view } }),
  'minutes.added': (snapshot, { panelId, ...entry }) => withPanel(snapshot, panelId, ({ minutes }) => ({ minutes: [...minutes, { ...entry, rev: 0 }] })),
  'minutes.edited': (snapshot, { panelId, entryId, text, rev }) =>
    withPanel(snapshot, panelId, ({ minutes }) => ({ minutes: minutes.map((entry) => (entry.entryId === entryId ? { ...entry, text, rev } : entry)) })),
};
