import type { QuestionStatus, Refusal } from '@tegerek/contracts';

export type QuestionAct = 'approve' | 'decline' | 'reopen' | 'merge' | 'pin' | 'answer' | 'withdraw';

/** A declined question was never in the room; an answered one stays as it is; a merged one goes on in another. */
const STEPS: Record<QuestionAct, { from: readonly QuestionStatus[]; to: QuestionStatus }> = {
  approve: { from: ['waiting'], to: 'public' },
  decline: { from: ['waiting'], to: 'declined' },
  reopen: { from: ['public', 'declined'], to: 'waiting' },
  merge: { from: ['waiting', 'public'], to: 'merged' },
  pin: { from: ['public'], to: 'public' },
  answer: { from: ['public'], to: 'answered' },
  withdraw: { from: ['waiting', 'public', 'merged'], to: 'withdrawn' },
};

/** Where an act takes a question, or why it cannot. */
export function actOn(status: QuestionStatus, act: QuestionAct): { status: QuestionStatus } | Refusal {
  const { from, to } = STEPS[act];
  return from.includes(status) ? { status: to } : { code: 'question.state', details: { status } };
}

/** Counts towards the author's limit. */
export const isLive = (status: QuestionStatus): boolean => status === 'waiting' || status === 'public';
