import type { Pair } from './common-words.js';
import { isSign, type CutText } from './words.js';

/** Share of the least possible number of changed words that readability may add; the law of the diff allows 0.2. */
const SPENDABLE = 0.15;
/** Kept words between two changes that are fewer than this, and fewer than the changes on both sides, read as confetti. */
const SMALL_ISLAND = 3;

/** A run of kept words: `length` of them from `first` in the text before and from `second` in the text after. */
interface Run { first: number; second: number; length: number }

/** Makes an alignment easier to read without keeping fewer words than the law allows. */
export function tidyAlignment(pairs: readonly Pair[], before: CutText, after: CutText): Pair[] {
  const runs = dropIslands(runsOf(pairs), before, after);
  const [first, second] = [starts(before), starts(after)];
  for (let k = 1; k < runs.length; k++) slide(runs[k - 1]!, runs[k]!, before, after, first, second);
  return runs.flatMap((run) => Array.from({ length: run.length }, (_, n): Pair => [run.first + n, run.second + n]));
}

function runsOf(pairs: readonly Pair[]): Run[] {
  const runs: Run[] = [];
  for (const [first, second] of pairs) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.length === first && last.second + last.length === second) last.length++;
    else runs.push({ first, second, length: 1 });
  }
  return runs;
}

/** Gives up small islands, smallest first, while the budget lasts: each word of one is then both deleted and inserted. */
function dropIslands(runs: Run[], before: CutText, after: CutText): Run[] {
  const [wordsBefore, wordsAfter] = [before.words.length, after.words.length];
  const letters = (words: readonly string[]): number => words.reduce((sum, word) => sum + (isSign(word) ? 0 : 1), 0);
  const kept = runs.reduce((sum, run) => sum + letters(before.words.slice(run.first, run.first + run.length)), 0);
  let budget = (letters(before.words) + letters(after.words) - 2 * kept) * SPENDABLE;
  const change = (left: Run | undefined, right: Run | undefined): number => {
    const end = left === undefined ? [0, 0] : [left.first + left.length, left.second + left.length];
    return (right?.first ?? wordsBefore) - end[0]! + (right?.second ?? wordsAfter) - end[1]!;
  };
  const islands = runs.filter((run, k) => run.length < SMALL_ISLAND && Math.min(change(runs[k - 1], run), change(run, runs[k + 1])) > 2 * run.length);
  const dropped = new Set<Run>();
  for (const island of islands.sort((a, b) => a.length - b.length)) {
    if (budget < 2 * island.length) break;
    budget -= 2 * island.length;
    dropped.add(island);
  }
  return runs.filter((run) => !dropped.has(run));
}

/** How well a change reads that begins or ends before word i: between sentences, after a comma or the like, anywhere. */
function starts({ words, gaps }: CutText): (i: number) => number {
  return (i) => {
    if (i === 0 || i >= words.length || /[.!?;:…\n]/.test(gaps[i]!)) return 2;
    return /[,()«»"—–]/.test(gaps[i]!) ? 1 : 0;
  };
}

/**
 * A pure deletion or insertion between two runs may often lie one word earlier or later with the same result
 * («a b a c» for «a c»). It is moved to begin at a sentence where it can, so that a moved sentence is marked whole.
 */
function slide(left: Run, right: Run, before: CutText, after: CutText, startBefore: (i: number) => number, startAfter: (i: number) => number): void {
  const [from, fromAfter] = [left.first + left.length, left.second + left.length];
  const [deleted, inserted] = [right.first - from, right.second - fromAfter];
  if ((deleted === 0) === (inserted === 0)) return;
  const { words } = deleted > 0 ? before : after;
  const [start, size, reads] = deleted > 0 ? [from, deleted, startBefore] : [fromAfter, inserted, startAfter];
  const value = (at: number): number => reads(at) + reads(at + size);
  let [best, bestValue] = [0, value(start)];
  const consider = (shift: number): void => {
    if (value(start + shift) > bestValue) [best, bestValue] = [shift, value(start + shift)];
  };
  for (let s = 1; s <= left.length && words[start - s] === words[start + size - s]; s++) consider(-s);
  for (let s = 1; s <= right.length && words[start + s - 1] === words[start + size + s - 1]; s++) consider(s);
  left.length += best;
  right.first += best;
  right.second += best;
  right.length -= best;
}
