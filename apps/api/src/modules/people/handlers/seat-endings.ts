import type { Work } from '../../../platform/commands/work.js';

/** Ends what a seat still has running in another module (a raised hand, a turn) when its code or its person goes. */
export interface SeatEnding {
  /** Records and emits within the running command; `now` in ms since 1970, `by` the seat that gave the command. */
  end(work: Work, seatId: string, at: { now: number; by: string }): Promise<void>;
}

export const SEAT_ENDINGS = Symbol('SEAT_ENDINGS');
