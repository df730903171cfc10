export { LINT_RULES, type LintField, type LintFields, type LintLocale, type LintRule, type Warning, type WarningArgs } from './lint/warning.js';
