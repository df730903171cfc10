import { diffWords } from './diff-words.js';

export interface Merged {
  readonly text: string;
  /** Places that both changed, each in another way; there `mine` stands. */
  readonly clashes: number;
}

/** `before.slice(from, to)` becomes `text`. */
interface Edit { readonly from: number; readonly to: number; readonly text: string }

/**
 * Two changes of one text in one: what only one of them touched is taken over, what both changed alike once. Where they changed the same place
 * differently (or inserted at the same place), `mine` stands and the place is counted. Word by word, as `diffWords`.
 */
export function mergeWords(before: string, mine: string, theirs: string): Merged {
  const [own, other] = [editsOf(before, mine), editsOf(before, theirs)];
  const kept: Edit[] = [];
  let clashes = 0;
  for (const edit of other) {
    const hit = own.filter((each) => meets(each, edit));
    if (hit.length === 0) kept.push(edit);
    else if (!hit.some((each) => isSame(each, edit))) clashes++;
  }
  const edits = [...own, ...kept].sort((a, b) => a.from - b.from || a.to - b.to);
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += before.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return { text: text + before.slice(at), clashes };
}

/** One edit per place where the texts differ; neighbours are one. */
function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { from: number; to: number; text: string } | null = null;
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === 'same') {
      if (open) edits.push(open);
      open = null;
      at += text.length;
      continue;
    }
    open ??= { from: at, to: at, text: '' };
    if (kind === 'added') open.text += text;
    else open.to = at += text.length;
  }
  if (open) edits.push(open);
  return edits;
}

/** Overlapping, or touching: what is written side by side by two people belongs to one place. */
const meets = (a: Edit, b: Edit): boolean => a.from <= b.to && b.from <= a.to;
const isSame = (a: Edit, b: Edit): boolean => a.from === b.from && a.to === b.to && a.text === b.text;
