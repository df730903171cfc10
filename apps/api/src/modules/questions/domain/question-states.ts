import type { QuestionStatus, Refusal } from '@tegerek/contracts';

export type QuestionAct = 'approve' | 'decline' | 'answer' | 'withdraw';

/** A declined question was never in the room; an answered one stays as it is. */
const STEPS: Record<QuestionAct, { from: readonly QuestionStatus[]; to: QuestionStatus }> = {
  approve: { from: ['waiting'], to: 'public' },
  decline: { from: ['waiting'], to: 'declined' },
  answer: { from: ['public'], to: 'answered' },
  withdraw: { from: ['waiting', 'public'], to: 'withdrawn' },
};

/** Where an act takes a question, or why it cannot. */
export function actOn(status: QuestionStatus, act: QuestionAct): { status: QuestionStatus } | Refusal {
  const { from, to } = STEPS[act];
  return from.includes(status) ? { status: to } : { code: 'question.state', details: { status } };
}

/** Counts towards the author's limit. */
export const isLive = (status: QuestionStatus): boolean => status === 'waiting' || status === 'public';
