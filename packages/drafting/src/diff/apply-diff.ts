import type { DiffOp } from './diff-words.js';

const joined = (ops: readonly DiffOp[], left: DiffOp['kind']): string => ops.filter((op) => op.kind !== left).map((op) => op.text).join('');

/** The text after: everything but what was removed. */
export const applyDiff = (ops: readonly DiffOp[]): string => joined(ops, 'removed');

/** The text before: everything but what was added. */
export const revertDiff = (ops: readonly DiffOp[]): string => joined(ops, 'added');
