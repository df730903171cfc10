import { rulesOf, type CompiledRules } from './compile-rules.js';
import { findDemands } from './find-demands.js';
import { isMeasured, knownParts, type KnownParts } from './known-parts.js';
import { find, fold, sentences, type Span } from './patterns.js';
import type { LintField, LintFields, LintLocale, LintRule, Warning, WarningArgs } from './warning.js';

/**
 * Where a formulation cannot be checked later, by the rules of its language (rules.ru.ts, rules.ky.ts, rules.en.ts). Pure; it
 * warns and never blocks: the order is that of the text, then of the missing parts, and no warning is an error. A part
 * counts as given when its field is filled in or the text names it. Time grows with the length of the text: 20,000
 * characters take about 35 ms of processor time. Texts of warnings: `warningText`. A blank text gives warnings about missing parts only.
 */
export function lintProposal(fields: LintFields, locale: LintLocale): Warning[] {
  const rules = rulesOf(locale);
  const known = knownParts(fields, rules);
  const text = fields.text ?? '';
  const times = vagueTimes(text, rules);
  const inText = [
    ...weakVerbs(text, rules, known), ...vagueQuantities(text, rules), ...times, ...passives(text, rules, known),
    ...severalDemands(text, rules), ...longSentences(text, rules),
  ];
  return [...inText.sort((a, b) => a.from - b.from || a.to - b.to), ...deadlineField(fields, rules), ...missingParts(fields, { ...known, deadline: known.deadline || times.length > 0 })];
}

const warn = (rule: LintRule, field: LintField, { from, to }: Span, args: WarningArgs): Warning => ({ rule, field, from, to, message: `lint.${rule}`, args });
const warnAt = (rule: LintRule, field: LintField, value: string, span: Span, args: WarningArgs = {}): Warning =>
  warn(rule, field, span, { found: value.slice(span.from, span.to), ...args });

/** A weak verb is harmless only where addressee, deadline and indicator are all known. */
function weakVerbs(text: string, { weak, notWeak }: CompiledRules, known: KnownParts): Warning[] {
  const missing = (['addressee', 'deadline', 'indicator'] as const).filter((part) => !known[part]);
  return missing.length === 0 ? [] : find(fold(text), weak, notWeak).map((span) => warnAt('weak-verb', 'text', text, span, { missing }));
}

/** The spans whose sentence has not what would excuse them; each sentence is looked at once. */
function unlessExcused(folded: string, spans: readonly Span[], isExcuse: (sentence: string) => boolean): Span[] {
  const all = spans.length === 0 ? [] : sentences(folded).map((s) => ({ ...s, excuses: undefined as boolean | undefined }));
  let at = 0;
  return spans.filter((span) => {
    while (at < all.length - 1 && all[at]!.to < span.to) at++;
    const around = all[at];
    if (around === undefined) return true;
    around.excuses ??= isExcuse(folded.slice(around.from, around.to));
    return !around.excuses;
  });
}

function vagueQuantities(text: string, rules: CompiledRules): Warning[] {
  const folded = fold(text);
  const degrees = unlessExcused(folded, find(folded, rules.vagueUnlessMeasured), (sentence) => isMeasured(sentence, rules));
  return [...find(folded, rules.vague, rules.notVague), ...degrees].map((span) => warnAt('vague-quantity', 'text', text, span));
}

/** «В кратчайшие сроки» in a sentence that names no date either. */
function vagueTimes(text: string, rules: CompiledRules): Warning[] {
  const folded = fold(text);
  return unlessExcused(folded, find(folded, rules.vagueTimes), (sentence) => find(sentence, rules.deadlines).length > 0)
    .map((span) => warnAt('deadline-not-date', 'text', text, span));
}

/** The deadline's field must hold a date or a term. */
function deadlineField({ deadline = '' }: LintFields, rules: CompiledRules): Warning[] {
  const from = deadline.length - deadline.trimStart().length;
  const to = deadline.trimEnd().length;
  return from >= to || find(fold(deadline), rules.dates).length > 0 ? [] : [warnAt('deadline-not-date', 'deadline', deadline, { from, to })];
}

/** A passive whose actor neither its sentence nor the fields name. */
function passives(text: string, rules: CompiledRules, known: KnownParts): Warning[] {
  if (known.addressee || known.responsible) return [];
  const folded = fold(text);
  return unlessExcused(folded, find(folded, rules.passive, rules.notPassive), (sentence) => find(sentence, rules.actors).length > 0)
    .map((span) => warnAt('passive-without-actor', 'text', text, span));
}

/** Marks the second demand: the first may stay. */
function severalDemands(text: string, rules: CompiledRules): Warning[] {
  const demands = findDemands(fold(text), rules);
  return demands.length < 2 ? [] : [warnAt('several-demands', 'text', text, demands[1]!, { demands: demands.length })];
}

function longSentences(text: string, { data }: CompiledRules): Warning[] {
  const limit = data.sentenceWords;
  return sentences(text).flatMap((span) => {
    const words = text.slice(span.from, span.to).match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    return words > limit ? [warn('long-sentence', 'text', span, { words, limit })] : [];
  });
}

/** A deadline that is none is warned of where it stands, and so not missing. */
function missingParts({ deadline = '' }: LintFields, known: KnownParts): Warning[] {
  return (['addressee', 'responsible', 'deadline'] as const).filter((part) => !known[part] && (part !== 'deadline' || deadline.trim() === '')).map((part) => warn(`missing-${part}`, part, { from: 0, to: 0 }, {}));
}
