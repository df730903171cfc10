import type { VoteHead } from '@tegerek/contracts/wire';
import { boxOf, withPaper } from '@tegerek/rules';
import { useCounter } from '../../live/index.js';

/** How many have voted, by group: presses and confirmed papers; never a choice. */
export const useTurnout = (vote: VoteHead): Record<string, number> => withPaper(vote, useCounter(boxOf(vote))?.byGroup ?? {});
