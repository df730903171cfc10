import type { TurnView } from '@tegerek/contracts/wire';

/** A turn's clock at an instant of the server (ms since 1970): the one source for phone, console, projector and the log. */
export interface TurnClock {
  /** Spoken so far, pauses left out. */
  spentMs: number;
  /** Negative: over the limit. */
  leftMs: number;
  stage: 'running' | 'warn' | 'over';
  isPaused: boolean;
}

export type ClockedTurn = Pick<TurnView, 'startedAt' | 'limitMs' | 'pausedAt' | 'pausedMs'>;

/** Before the end, the warning. */
export const WARN_MS = 30_000;

export function turnClock(turn: ClockedTurn, now: number, warnMs = WARN_MS): TurnClock {
  const spentMs = spentOf(turn, now);
  const leftMs = turn.limitMs - spentMs;
  return { spentMs, leftMs, stage: leftMs <= 0 ? 'over' : leftMs <= warnMs ? 'warn' : 'running', isPaused: turn.pausedAt !== null };
}

/** Milliseconds spoken by `now`, without pauses; never negative, whatever the clocks say. */
export const spentOf = ({ startedAt, pausedAt, pausedMs }: Omit<ClockedTurn, 'limitMs'>, now: number): number =>
  Math.max(0, (pausedAt === null ? now : Math.min(now, pausedAt)) - startedAt - pausedMs);
