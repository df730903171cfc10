import type { CompiledRules } from './compile-rules.js';
import { find, fold, sentences } from './patterns.js';
import type { LintFields } from './warning.js';

/** Which parts of a formulation are given, in their field or in the words of the text. */
export interface KnownParts {
  readonly addressee: boolean;
  readonly responsible: boolean;
  readonly deadline: boolean;
  readonly indicator: boolean;
}

const isGiven = (field: string | undefined): boolean => field !== undefined && field.trim() !== '';

export function knownParts(fields: LintFields, rules: CompiledRules): KnownParts {
  const text = fold(fields.text ?? '');
  return {
    addressee: isGiven(fields.addressee) || sentences(text).some((s) => isAddressed(text.slice(s.from, s.to), rules)),
    responsible: isGiven(fields.responsible) || find(text, rules.responsible).length > 0,
    deadline: isGiven(fields.deadline) || find(text, rules.deadlines).length > 0,
    indicator: isGiven(fields.indicator) || isMeasured(text, rules),
  };
}

/** A body that can be asked stands among the first words, before any verb, in a case in which one is asked. */
function isAddressed(sentence: string, rules: CompiledRules): boolean {
  const { data } = rules;
  const asking = new Set(find(sentence, rules.asking).map(({ from }) => from));
  const firstVerb = [...find(sentence, rules.verb, rules.notVerb), ...find(sentence, rules.weak)]
    .filter(({ from }) => !asking.has(from)).reduce((least, verb) => Math.min(least, verb.from), sentence.length);
  return find(sentence, rules.bodies).some(({ from, to }) => {
    const wordsBefore = sentence.slice(0, from).split(/\s+/).filter(Boolean).length;
    return from < firstVerb && wordsBefore < data.leadWords && (data.leadEndings.length === 0 || data.leadEndings.some((ending) => sentence.slice(from, to).toLowerCase().endsWith(ending)));
  });
}

/** A figure that is not part of a date. */
export function isMeasured(text: string, rules: CompiledRules): boolean {
  const dates = find(text, rules.dates);
  return find(text, rules.numbers).some((n) => !dates.some((d) => d.from <= n.from && n.to <= d.to));
}
