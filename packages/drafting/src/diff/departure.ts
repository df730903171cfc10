import { diffWords } from './diff-words.js';

/** How far a text departs from another: characters taken away and put in. 0: the same text. */
export const departure = (before: string, after: string): number => diffWords(before, after).reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0);
