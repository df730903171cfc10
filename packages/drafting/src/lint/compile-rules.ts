import type { LanguageRules } from './language-rules.js';
import { anyOf, anyWording } from './patterns.js';
import { en } from './rules.en.js';
import { ky } from './rules.ky.js';
import { ru } from './rules.ru.js';
import type { LintLocale } from './warning.js';

/** The rules of a language as expressions over a folded text; all are global and used by `matchAll` only. */
export interface CompiledRules {
  readonly data: LanguageRules;
  readonly weak: RegExp;
  readonly notWeak: RegExp;
  readonly vague: RegExp;
  readonly notVague: RegExp;
  readonly told: RegExp;
  readonly leadBreaks: RegExp;
  /** At the head of a sentence. */
  readonly leadIn: RegExp;
  readonly vagueUnlessMeasured: RegExp;
  readonly vagueTimes: RegExp;
  /** A date or a term; enough in the field for deadlines. */
  readonly dates: RegExp;
  /** A date that is a deadline also in running text, or a term. */
  readonly deadlines: RegExp;
  readonly numbers: RegExp;
  readonly bodies: RegExp;
  readonly asking: RegExp;
  readonly responsible: RegExp;
  readonly passive: RegExp;
  readonly notPassive: RegExp;
  readonly actors: RegExp;
  readonly verb: RegExp;
  readonly notVerb: RegExp;
  readonly joiners: RegExp;
  readonly leadingBack: RegExp;
  readonly subordinate: RegExp;
}

const DATA: Readonly<Record<LintLocale, LanguageRules>> = { ru, ky, en };
const compiled = new Map<LintLocale, CompiledRules>();

/** Compiled once per language, when first asked for. */
export function rulesOf(locale: LintLocale): CompiledRules {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const rules = compile(DATA[locale]);
  compiled.set(locale, rules);
  return rules;
}

function compile(data: LanguageRules): CompiledRules {
  const date = `(?:${data.dates.join('|')})`;
  return {
    data,
    weak: anyWording(data.weak), notWeak: anyWording(data.notWeak), vague: anyWording(data.vague), notVague: anyWording(data.notVague),
    leadBreaks: anyWording(data.leadBreaks), told: anyOf(data.told === null ? [] : [data.told.verb]), leadIn: data.leadIns.length === 0 ? /(?!)/u : new RegExp(`^(?:${data.leadIns.join('|')})`, 'iu'), vagueUnlessMeasured: anyWording(data.vagueUnlessMeasured), vagueTimes: anyWording(data.vagueTimes),
    dates: anyOf([...data.dates, ...data.periods]),
    deadlines: anyOf([...data.until.before.map((word) => `${word} ${date}`), ...data.until.after.map((word) => `${date}(?: \\p{L}+)? ?${word}`), ...data.periods]),
    numbers: anyOf(['\\d+(?:[.,]\\d+)*', ...data.numerals]),
    bodies: anyWording(data.bodies), asking: anyWording(data.asking), responsible: anyWording(data.responsible),
    passive: anyOf(data.passive), notPassive: anyWording(data.notPassive), actors: anyOf(data.actors),
    verb: anyOf(data.demands.verb), notVerb: anyWording(data.demands.notVerb), joiners: anyWording(data.demands.joiners), leadingBack: anyWording(data.demands.leadingBack), subordinate: anyWording(data.demands.subordinate),
  };
}
