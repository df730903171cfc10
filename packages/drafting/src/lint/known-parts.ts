import type { CompiledRules } from './compile-rules.js';
import { find, fold, sentences, type Span } from './patterns.js';
import type { LintFields } from './warning.js';

/** Which parts of a formulation are given, in their field or in the words of the text. */
export interface KnownParts {
  readonly addressee: boolean;
  readonly responsible: boolean;
  /** A date or a term: a field that says something else gives none. */
  readonly deadline: boolean;
  readonly indicator: boolean;
}

const isGiven = (field: string | undefined): boolean => field !== undefined && field.trim() !== '';

export function knownParts(fields: LintFields, rules: CompiledRules): KnownParts {
  const text = fold(fields.text ?? '');
  // a body that the text itself tells to act answers for it
  const isTold = sentences(text).some((s) => isAddressed(text.slice(s.from, s.to), rules));
  return {
    addressee: isGiven(fields.addressee) || isTold,
    responsible: isGiven(fields.responsible) || isTold || find(text, rules.responsible).length > 0,
    deadline: find(fold(fields.deadline ?? ''), rules.dates).length > 0 || find(text, rules.deadlines).length > 0,
    indicator: isGiven(fields.indicator) || isMeasured(text, rules),
  };
}

/** A body that can be asked stands among the first words (a date that leads in does not count), before any verb, in a case in which one is asked. */
function isAddressed(whole: string, rules: CompiledRules): boolean {
  const sentence = whole.replace(rules.leadIn, '');
  const { data } = rules;
  const bodies = find(sentence, rules.bodies).filter(({ from }) => sentence[from - 1] !== '-'); // «self-government» is no government
  const asking = new Set(find(sentence, rules.asking).map(({ from }) => from));
  // an action noun right before a body is a part of its name: «Эсептөө палатасы»
  const isName = (verb: Span): boolean => bodies.some(({ from }) => from > verb.to && sentence.slice(verb.to, from).trim() === '');
  const firstVerb = data.demands.order === 'verb-last' ? sentence.length : [...find(sentence, rules.verb, rules.notVerb), ...find(sentence, rules.weak)]
    .filter((verb) => !asking.has(verb.from) && !isName(verb)).reduce((least, verb) => Math.min(least, verb.from), sentence.length);
  const endings = [...data.leadEndings, ...(data.told !== null && find(sentence, rules.told).length > 0 ? data.told.endings : [])];
  return bodies.some(({ from, to }) => {
    const before = sentence.slice(0, from);
    const wordsBefore = before.split(/\s+/).filter(Boolean).length;
    return from < firstVerb && find(before, rules.leadBreaks).length === 0 && wordsBefore < data.leadWords && (endings.length === 0 || endings.some((ending) => sentence.slice(from, to).toLowerCase().endsWith(ending)));
  });
}

/** A figure that is not part of a date. */
export function isMeasured(text: string, rules: CompiledRules): boolean {
  const dates = find(text, rules.dates);
  return find(text, rules.numbers).some((n) => !dates.some((d) => d.from <= n.from && n.to <= d.to));
}
