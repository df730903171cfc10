import { applyDiff, diffWords, revertDiff, type DiffOp } from '@tegerek/drafting';
import type { Answer, Case } from './case.js';

/** Text of a page: tags are spaces, white space is folded. */
const plain = (markup: string): string => fold(markup.replace(/<[^>]*>/g, ' '));
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The difference of the plain texts, and both texts as they come back from it. */
export function diffCase(c: Case): Answer {
  if (c.input === undefined) throw new Error('text-diff needs an input');
  const ops = diffWords(plain(c.input.before), plain(c.input.after));
  const marked = (kind: DiffOp['kind']): string[] => ops.filter((op) => op.kind === kind).map((op) => op.text);
  return { plainBefore: fold(revertDiff(ops)), plainAfter: fold(applyDiff(ops)), publishedInserted: marked('added'), publishedDeleted: marked('removed') };
}

const list = (x: unknown): string[] => words(Array.isArray(x) ? x.join(' ') : '');

/**
 * Published marks are comparable where their unit is a word too (FORMAT.md): taking the deleted words from the text before and
 * putting in the inserted ones gives the words of the text after, and none is marked as both (a change of markup alone).
 */
function isByWord(expected: Readonly<Record<string, unknown>>): boolean {
  const [inserted, deleted] = [list(expected['publishedInserted']), list(expected['publishedDeleted'])];
  const turned = [...words(String(expected['plainBefore'])), ...inserted].sort();
  const wanted = [...words(String(expected['plainAfter'])), ...deleted].sort();
  return turned.join(' ') === wanted.join(' ') && !inserted.some((word) => deleted.includes(word));
}

/** The same words marked in the same order, however they are cut into pieces; true where the published unit is not a word. */
export function sameMarks(key: 'publishedInserted' | 'publishedDeleted', expected: unknown, answer: Answer, c: Case): boolean {
  if (!Array.isArray(answer[key])) return false;
  return !isByWord(c.expected) || list(expected).join(' ') === list(answer[key]).join(' ');
}
