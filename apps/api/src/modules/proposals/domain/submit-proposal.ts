import { LIMITS, type Formulation, type Lang, type Refusal, type SponsorCapacity } from '@tegerek/contracts';
import type { Proposal } from './proposal.js';

export interface Submission {
  id: string;
  space: string;
  panelId: string;
  language: Lang;
  fields: Formulation;
  fromQuestion: string | null;
  seatId: string;
  groupId: string | null;
  capacity: SponsorCapacity;
}

/** A new proposal: numbered 1, 2, 3… within its panel; withdrawn and merged ones keep their number and do not count against the author's limit. */
export function submitProposal(submission: Submission, others: readonly Proposal[]): Proposal | Refusal {
  const mine = others.filter((other) => other.seatId === submission.seatId && other.status !== 'withdrawn' && other.status !== 'merged').length;
  if (mine >= LIMITS.proposalsPerSeat) return { code: 'proposal.too-many', details: { max: LIMITS.proposalsPerSeat } };
  const number = nextNumber(others);
  return { ...submission, number, rev: 1, status: 'submitted', ready: false, sponsors: [], mergedInto: null, splitFrom: null, versions: 0, voteId: null, decision: null, reason: '' };
}

/** Numbers of a panel are never used again. */
export const nextNumber = (others: readonly Pick<Proposal, 'number'>[]): number => 1 + Math.max(0, ...others.map((other) => other.number));
