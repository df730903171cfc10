import type { Formulation } from '@tegerek/contracts';
import type { Proposal } from './proposal.js';

export const NO_TEXT: Formulation = { title: '', text: '', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };

/**
 * Its author's own still: nobody stands behind it beside them, and nobody took it up, or it was withdrawn before another hand wrote in
 * it. What was taken up is the panel's text; a version that was voted on never changes.
 */
export const isOwnDraft = ({ status, versions, sponsors }: Pick<Proposal, 'status' | 'versions' | 'sponsors'>, isOneHand: boolean): boolean =>
  versions === 0 && sponsors.length === 0 && (status === 'submitted' || (status === 'withdrawn' && isOneHand));

/** Withdrawn and empty; its number stays taken. */
export const withoutText = <P extends Proposal>(proposal: P): P => ({ ...proposal, fields: NO_TEXT, status: 'withdrawn', ready: false, reason: '' });
