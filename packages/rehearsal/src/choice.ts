import { sha256Hex } from '@tegerek/ballot';

/**
 * What somebody does about something, as a number in [0, 1): a function of the seed, who and what, never of order or time, so that a
 * rehearsal with the same seed ends the same however its commands interleave.
 */
export function choice(seed: number, who: string, what: string): number {
  return parseInt(sha256Hex(`tegerek/rehearsal\n${seed}\n${who}\n${what}`).slice(0, 12), 16) / 2 ** 48;
}

/** One of several, by the same function. @throws for an empty list */
export function pick<T>(list: readonly T[], seed: number, who: string, what: string): T {
  const found = list[Math.floor(choice(seed, who, what) * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
