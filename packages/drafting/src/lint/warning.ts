import type { Formulation, Lang } from '@tegerek/contracts';

/** What the linter looks for. Each id has a text in every language (messages.ts). */
export const LINT_RULES = [
  'weak-verb', 'missing-addressee', 'missing-responsible', 'missing-deadline', 'deadline-not-date',
  'vague-quantity', 'passive-without-actor', 'several-demands', 'long-sentence',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** The language of a formulation: its proposal's authoritative one. */
export type LintLocale = Lang;

/** The parts of a formulation that the linter reads; an absent or blank one is a missing part. */
export type LintFields = Partial<Pick<Formulation, 'text' | 'addressee' | 'responsible' | 'deadline' | 'indicator'>>;
export type LintField = keyof LintFields;

export interface Warning {
  readonly rule: LintRule;
  readonly field: LintField;
  /** UTF-16 offsets into the field: `field.slice(from, to)` is what is marked; both 0 where a part is missing. */
  readonly from: number;
  readonly to: number;
  /** Key of the text in the package's catalogue. */
  readonly message: `lint.${LintRule}`;
  readonly args: WarningArgs;
}

export interface WarningArgs {
  /** The marked wording as written. */
  readonly found?: string;
  /** Parts that would make the wording checkable and are not given. */
  readonly missing?: readonly ('addressee' | 'deadline' | 'indicator')[];
  /** Words of the sentence, and how many are still readable in a hall. */
  readonly words?: number;
  readonly limit?: number;
  /** Demands found in the text. */
  readonly demands?: number;
}
