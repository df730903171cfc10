import type { PanelPhase, Refusal } from '@tegerek/contracts';
import { panelStep, PERMISSIONS } from '@tegerek/rules';

export interface Move {
  to: PanelPhase;
  reason: string | undefined;
  /** The revision that the moderator saw, if they said so. */
  seenRev: number | undefined;
}

export interface PanelState {
  phase: PanelPhase;
  rev: number;
  isTurnRunning: boolean;
  isPollOpen: boolean;
  openVotes: number;
  closedDecisions: number;
}

/** One step forward, or one back with a reason while nothing is open; closed only with a decided proposal or a reason why not. */
export function movePhase(panel: PanelState, move: Move): { phase: PanelPhase; rev: number; reason: string | null; closesFloor: boolean } | Refusal {
  if (move.seenRev !== undefined && move.seenRev !== panel.rev) return { code: 'request.stale', details: { rev: panel.rev, phase: panel.phase } };
  const step = panelStep(panel.phase, move.to);
  if (step === null) return { code: 'panel.transition', path: 'to', details: { from: panel.phase, to: move.to } };
  const reason = move.reason === undefined || move.reason === '' ? null : move.reason;
  if (step === 'back' && reason === null) return { code: 'panel.reason-needed', path: 'reason' };
  const { openVotes, isTurnRunning, isPollOpen } = panel;
  if (openVotes > 0 || ((isTurnRunning || isPollOpen) && (step === 'back' || move.to === 'closed'))) return { code: 'panel.busy', details: { openVotes, isTurnRunning, isPollOpen } };
  if (move.to === 'closed' && panel.closedDecisions === 0 && reason === null) return { code: 'panel.unformulated', path: 'reason' };
  return { phase: move.to, rev: panel.rev + 1, reason, closesFloor: hasFloor(panel.phase) && !hasFloor(move.to) };
}

/** Hands may be raised in this phase. */
const hasFloor = (phase: PanelPhase): boolean => PERMISSIONS['hand.raise'].panel?.includes(phase) ?? true;
