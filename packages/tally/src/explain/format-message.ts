/** Forms of a counted noun by the language's plural categories; `#` stands for the number. */
export type Unit = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Locale = 'ru' | 'ky' | 'en';
export type Values = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?:, (\w+))?\}/g;
const RULES = new Map<Locale, Intl.PluralRules>();

function pluralOf(locale: Locale, n: number): Intl.LDMLPluralRule {
  const rules = RULES.get(locale) ?? new Intl.PluralRules(locale, { maximumFractionDigits: 20 });
  RULES.set(locale, rules);
  return rules.select(n);
}

/** A number as read in the language: never rounded, never grouped, so that it can be found again in the result. */
export function formatNumber(locale: Locale, n: number): string {
  const text = String(n).includes('e-') ? n.toFixed(20).replace(/0+$/, '') : String(n);
  return locale === 'en' ? text : text.replace('.', ',');
}

/**
 * Fills `{name}` with a value and `{name, unit}` with a number and its noun in the right plural form; a fraction given
 * as text ("7/3") takes the form for fractions. Throws RangeError where the template names a value or unit that does not exist: a mistake of the catalogue, never of the data.
 */
export function formatMessage(locale: Locale, template: string, units: Readonly<Record<string, Unit>>, values: Values): string {
  return template.replace(PLACEHOLDER, (_, name: string, unitName: string | undefined) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value "${name}" for "${template}"`);
    if (unitName === undefined) return typeof value === 'number' ? formatNumber(locale, value) : value;
    const unit = units[unitName];
    if (unit === undefined) throw new RangeError(`no unit "${unitName}" for "${template}"`);
    if (typeof value === 'string') return unit.other.replace('#', value);
    return (unit[pluralOf(locale, value)] ?? unit.other).replace('#', formatNumber(locale, value));
  });
}
