import { describe, expect, it } from '@jest/globals';
import type { QuestionStatus } from '@tegerek/contracts';
import { actOn, isLive, type QuestionAct } from './question-states.js';

const STATES: QuestionStatus[] = ['waiting', 'public', 'declined', 'answered', 'withdrawn', 'merged'];
const ALLOWED: Record<QuestionAct, Partial<Record<QuestionStatus, QuestionStatus>>> = {
  approve: { waiting: 'public' }, decline: { waiting: 'declined' }, reopen: { public: 'waiting', declined: 'waiting' }, merge: { waiting: 'merged', public: 'merged' },
  pin: { public: 'public' }, answer: { public: 'answered' }, withdraw: { waiting: 'withdrawn', public: 'withdrawn', merged: 'withdrawn' },
};

describe('actOn', () => {
  it.each(Object.keys(ALLOWED) as QuestionAct[])('%s: every state', (act) => {
    for (const status of STATES) {
      const to = ALLOWED[act][status];
      expect(actOn(status, act)).toEqual(to ? { status: to } : { code: 'question.state', details: { status } });
    }
  });

  it('counts what waits and what is public', () => {
    expect(STATES.filter(isLive)).toEqual(['waiting', 'public']);
  });
});
