import { alignWords } from './align.js';
import { tidyAlignment } from './tidy.js';
import { cutWords } from './words.js';

/** A stretch of text that both texts have, or only the one before (`removed`) or after (`added`). */
export interface DiffOp {
  readonly kind: 'same' | 'added' | 'removed';
  /** Never empty. */
  readonly text: string;
}

/**
 * What changes between two texts, word by word. `same` and `removed` joined are `before`, `same` and `added` joined are
 * `after`, to the last UTF-16 unit. At a change `removed` stands before `added`; neighbours differ in kind.
 * Words are compared exactly (case, ё, invisible characters count); of a kept word only changed punctuation and spaces
 * around it are marked. Deleted plus inserted words: at most 1.2 × the least possible (a word-level longest common
 * subsequence); the margin is spent on readability. Equal texts give one `same` op, two empty ones none.
 * Method: Myers 1986 (npm `diff`), Hyyrö 2004 for texts far apart. Two texts of 20,000 characters without
 * a common passage: about 0.1 s of processor time (docs/adr/0007-drafting.md).
 */
export function diffWords(before: string, after: string): DiffOp[] {
  const [a, b] = [cutWords(before), cutWords(after)];
  const out = new OpList();
  let [i, j] = [0, 0];
  const upTo = (first: number, second: number): void => {
    let [removed, added] = ['', ''];
    while (i < first) { removed += a.gaps[i]! + a.words[i]!; i++; }
    while (j < second) { added += b.gaps[j]! + b.words[j]!; j++; }
    out.change(removed + a.gaps[first]!, added + b.gaps[second]!);
  };
  for (const [first, second] of tidyAlignment(alignWords(a.words, b.words), a, b)) {
    upTo(first, second);
    out.push('same', a.words[first]!);
    [i, j] = [first + 1, second + 1];
  }
  upTo(a.words.length, b.words.length);
  return out.ops;
}

/** Ops under construction: neighbours of one kind are one op. */
class OpList {
  readonly ops: DiffOp[] = [];

  push(kind: DiffOp['kind'], text: string): void {
    if (text === '') return;
    const last = this.ops.at(-1);
    if (last?.kind === kind) this.ops[this.ops.length - 1] = { kind, text: last.text + text };
    else this.ops.push({ kind, text });
  }

  /** What stood and what stands between two kept words: common spaces and punctuation at both ends stay unmarked. */
  change(removed: string, added: string): void {
    const [head, tail] = commonEnds(removed, added);
    this.push('same', removed.slice(0, head));
    this.push('removed', removed.slice(head, removed.length - tail));
    this.push('added', added.slice(head, added.length - tail));
    this.push('same', removed.slice(removed.length - tail));
  }
}

const NOT_IN_WORD = /[^\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]/u;

/** Lengths of the common beginning and end, made of signs that belong to no word. */
function commonEnds(first: string, second: string): [number, number] {
  const most = Math.min(first.length, second.length);
  const isFree = (at: number, from: number): boolean => first[at] === second[from] && NOT_IN_WORD.test(first[at]!);
  if (first === second) return [first.length, 0];
  let head = 0;
  while (head < most && isFree(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isFree(first.length - 1 - tail, second.length - 1 - tail)) tail++;
  return [head, tail];
}
