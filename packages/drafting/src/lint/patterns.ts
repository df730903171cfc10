/** The text with what does not matter to the rules made alike, unit by unit: offsets stay those of the text. */
export const fold = (text: string): string => text.replace(/[ёЁ]/g, 'е').replace(/\s/g, ' ').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');

const EDGE = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };

const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** A wording in the notation of LanguageRules as a pattern. */
export const wording = (phrase: string): string =>
  fold(phrase).split(' ').map((word) => (word === '…' ? '(?:[\\p{L}\\p{N}-]+ +){0,3}' : `${escape(word).replaceAll('*', '[\\p{L}\\p{M}]*')} +`))
    .join('').slice(0, -' +'.length);

/** One expression for any of the patterns, longest first, at word boundaries. Never matches when there is none. */
export function anyOf(patterns: readonly string[]): RegExp {
  if (patterns.length === 0) return /(?!)/gu;
  const sorted = [...patterns].sort((a, b) => b.length - a.length);
  return new RegExp(`${EDGE.before}(?:${sorted.join('|')})${EDGE.after}`, 'giu');
}

export const anyWording = (phrases: readonly string[]): RegExp => anyOf(phrases.map(wording));

/** A stretch of a field in UTF-16 units. */
export interface Span { readonly from: number; readonly to: number }

/** All places, left to right, that the expression finds and the exceptions do not cover from the same start. */
export function find(text: string, expression: RegExp, except?: RegExp): Span[] {
  const excepted = new Set(except === undefined ? [] : [...text.matchAll(except)].map((m) => m.index));
  return [...text.matchAll(expression)].filter((m) => !excepted.has(m.index)).map((m) => ({ from: m.index, to: m.index + m[0].length }));
}

/** Sentences and items of a list, with their offsets; surrounding spaces and list marks are left out. */
export function sentences(text: string): Span[] {
  const ends = [...text.matchAll(/[.!?…]+(?=[»"”)]*\s+[\p{Lu}«"“(\d])|\n+|$/gu)]
    .filter((m) => m[0] !== '.' || !/(?<!\p{L})(?:\p{L}{1,2}|\p{N}+|млн|млрд|тыс|обл|стр)$/u.test(text.slice(Math.max(0, m.index - 6), m.index)));
  let start = 0;
  const spans: Span[] = [];
  for (const end of ends) {
    const lead = /^(?:\s|[-–—•*]|\d+[.)]\s)*/u.exec(text.slice(start, end.index))![0].length;
    if (start + lead < end.index) spans.push({ from: start + lead, to: end.index });
    start = end.index + end[0].length;
  }
  return spans;
}
