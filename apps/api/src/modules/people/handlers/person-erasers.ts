import type { Work } from '../../../platform/commands/work.js';

/** Blanks what another module holds of a person's free text. */
export interface PersonEraser {
  /** Ids of the objects (questions, turns, blocks as `voteId#number`, doubts as `evidenceId#seatId`) whose event bodies hold the text or the name. */
  erase(work: Work, seatId: string): Promise<readonly string[]>;
}

export const PERSON_ERASERS = Symbol('PERSON_ERASERS');
