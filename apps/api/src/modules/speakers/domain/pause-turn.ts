import type { Refusal } from '@tegerek/contracts';
import { spentOf } from '@tegerek/rules';

interface Clocked {
  startedAt: number;
  limitMs: number;
  pausedAt: number | null;
  pausedMs: number;
}

/** Spoken by `now`, pauses left out, ms. */
export const spentMs = (turn: Clocked, now: number): number => spentOf(turn, now);

/** Instants in ms. Of two moderators who pause together one does. */
export function pauseTurn(turn: Clocked, now: number): { pausedAt: number } | Refusal {
  return turn.pausedAt === null ? { pausedAt: Math.max(now, turn.startedAt + turn.pausedMs) } : { code: 'turn.paused' };
}

export function resumeTurn(turn: Clocked, now: number): { pausedAt: null; pausedMs: number } | Refusal {
  if (turn.pausedAt === null) return { code: 'turn.running' };
  return { pausedAt: null, pausedMs: turn.pausedMs + Math.max(0, now - turn.pausedAt) };
}

/** `limitMs` is the new length of the whole turn. */
export function extendTurn(turn: Clocked, limitMs: number): { limitMs: number } | Refusal {
  return limitMs > turn.limitMs ? { limitMs } : { code: 'turn.not-longer', path: 'limitMs', details: { limitMs: turn.limitMs } };
}
