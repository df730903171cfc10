import { diffArrays } from 'diff';
import { longestCommon, type Pair } from './common-words.js';
import { isSign } from './words.js';

/** Edits up to which the library looks (its time grows with their square: 15 ms at 400); beyond, bit vectors, just as exact. */
const LIBRARY_EDITS = 400;
/** Bits of memory for the bit vectors: 50 MB, reached by two lists of 20,000 words; longer ones count as rewritten. */
const MOST_BITS = 400_000_000;

/**
 * The words that are kept when `before` becomes `after`, as rising pairs of indices: of words with letters or digits as many as
 * can be (a longest common subsequence), then, between those, of signs that stand alone.
 */
export function alignWords(before: readonly string[], after: readonly string[]): Pair[] {
  const kept = alignChosen(before, after, (word) => !isSign(word), [0, 0], [before.length, after.length]);
  const pairs: Pair[] = [];
  let from: Pair = [0, 0];
  for (const to of [...kept, [before.length, after.length] as const]) {
    if (to[0] > from[0] && to[1] > from[1]) for (const pair of alignChosen(before, after, isSign, from, to)) pairs.push(pair);
    if (to[0] < before.length) pairs.push(to);
    from = [to[0] + 1, to[1] + 1];
  }
  return pairs;
}

/** Aligns those words between two places that are of the chosen kind. */
function alignChosen(before: readonly string[], after: readonly string[], isChosen: (word: string) => boolean, from: Pair, to: Pair): Pair[] {
  const first = range(from[0], to[0]).filter((i) => isChosen(before[i]!));
  const second = range(from[1], to[1]).filter((j) => isChosen(after[j]!));
  return alignLists(first.map((i) => before[i]!), second.map((j) => after[j]!)).map(([i, j]) => [first[i]!, second[j]!]);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Common beginnings and ends are taken off first, then words that the other list lacks: neither can cost a pair. */
function alignLists(before: readonly string[], after: readonly string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...range(0, head).map((i): Pair => [i, i]),
    ...middle.map(([i, j]): Pair => [i + head, j + head]),
    ...range(0, tail).map((i): Pair => [before.length - tail + i, after.length - tail + i]),
  ];
}

function alignMiddle(before: readonly string[], after: readonly string[]): Pair[] {
  const number = new Map<string, number>();
  for (const word of before) if (!number.has(word)) number.set(word, number.size);
  const inAfter = new Set(after);
  const first = range(0, before.length).filter((i) => inAfter.has(before[i]!));
  const second = range(0, after.length).filter((j) => number.has(after[j]!));
  const pairs = commonOf(first.map((i) => number.get(before[i]!)!), second.map((j) => number.get(after[j]!)!));
  return pairs.map(([i, j]) => [first[i]!, second[j]!]);
}

function commonOf(first: number[], second: number[]): Pair[] {
  const changes = diffArrays(first, second, { maxEditLength: LIBRARY_EDITS });
  if (changes === undefined) return first.length * second.length > MOST_BITS ? [] : longestCommon(first, second);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const change of changes) {
    if (change.removed) i += change.count;
    else if (change.added) j += change.count;
    else for (let n = 0; n < change.count; n++) pairs.push([i++, j++]);
  }
  return pairs;
}
