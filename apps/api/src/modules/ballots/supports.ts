import { pressHash } from '@tegerek/ballot';
import type { Work } from '../../platform/commands/work.js';
import { CARRIED_REV, insertCarried } from './store/supports.store.js';

/** Who supports one of `from` supports `into` from now on, each seat once; what a seat has pressed on `into` itself stays. Hold the presses first. */
export const carrySupports = (work: Work, into: string, from: readonly string[]): Promise<void> =>
  insertCarried(work, into, from, pressHash({ object: into, rev: CARRIED_REV, choice: true }));
