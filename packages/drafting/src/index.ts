export { LINT_RULES, type LintField, type LintFields, type LintLocale, type LintRule, type Warning, type WarningArgs } from './lint/warning.js';
export { diffWords, type DiffOp } from './diff/diff-words.js';
export { departure } from './diff/departure.js';
export { mergeWords, type Merged } from './diff/merge-words.js';
export { applyDiff, revertDiff } from './diff/apply-diff.js';
export { lintProposal } from './lint/lint-proposal.js';
export { LINT_MESSAGES, PART_NAMES, warningText } from './lint/messages.js';
export { SimilarIndex, similar, type Candidate, type Similar, type SimilarOptions } from './similar/similar-index.js';
