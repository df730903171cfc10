/**
 * What a language needs to be linted, as data. Wordings are written in a small notation: words apart by one space,
 * `*` any ending of a word, ` … ` up to three words between; case, ё / е and kinds of spaces and apostrophes do not matter.
 * Patterns are regular expressions (flags `iu`) on the text with those differences folded; `\p{L}` is a letter.
 */
export interface LanguageRules {
  /** Verbs and hedges behind which anything can be said to have been done. */
  readonly weak: readonly string[];
  /** Wordings that begin like a weak one and are something else: names of programmes, of ministries. */
  readonly notWeak: readonly string[];
  /** Quantities that nobody can count. */
  readonly vague: readonly string[];
  readonly notVague: readonly string[];
  /** Those that are harmless beside a figure in the same sentence («значительно, на 20 %»). */
  readonly vagueUnlessMeasured: readonly string[];
  /** Times that never come. */
  readonly vagueTimes: readonly string[];
  /** Patterns of dates; in the text one counts only beside `until`. */
  readonly dates: readonly string[];
  /** Patterns that make a date a deadline, before or after it. */
  readonly until: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Patterns of terms and recurrences, deadlines by themselves. */
  readonly periods: readonly string[];
  /** Numbers written as words, patterns. */
  readonly numerals: readonly string[];
  /** Bodies that can be asked for something. */
  readonly bodies: readonly string[];
  /** A body among the first so many words of a sentence is its addressee. */
  readonly leadWords: number;
  /** Patterns of what may stand before it at the head of a sentence: a date with its comma. */
  readonly leadIns: readonly string[];
  /** Words behind which it is only mentioned («the fee for associations»). */
  readonly leadBreaks: readonly string[];
  /** Endings (cases) in which it is asked rather than mentioned; none given = every one. */
  readonly leadEndings: readonly string[];
  /** Where the sentence tells somebody to act (a pattern of the verb), endings in which a body is told. */
  readonly told: { readonly verb: string; readonly endings: readonly string[] } | null;
  /** Verbs that ask a body and so stand before it («рекомендовать министерству …»). */
  readonly asking: readonly string[];
  /** Wordings that name who answers for it. */
  readonly responsible: readonly string[];
  /** Patterns of the passive, and words they take for one by mistake. */
  readonly passive: readonly string[];
  readonly notPassive: readonly string[];
  /** Patterns that name the actor of a passive. */
  readonly actors: readonly string[];
  readonly demands: DemandRules;
  /** Words of the longest sentence that can be read out and understood. */
  readonly sentenceWords: number;
}

/** How demands are told apart. */
export interface DemandRules {
  /** Where the verb of a demand stands: before its object, or at the end of its clause. */
  readonly order: 'verb-first' | 'verb-last';
  /** Patterns of the verb, and words they take for one by mistake. */
  readonly verb: readonly string[];
  readonly notVerb: readonly string[];
  /** Words that join a further demand. */
  readonly joiners: readonly string[];
  /** Those that, behind a comma, lead back from a subordinate clause to the demand. */
  readonly leadingBack: readonly string[];
  /** Words after which verbs belong to a clause of their own and demand nothing. */
  readonly subordinate: readonly string[];
}
