/** Hostile values by family, numbered as in the test catalogue. `max` is a field's length in code points. */
export const hostileTexts = (max: number): [family: string, value: string][] => [
  ['S1 empty', ''], ['S1 spaces', ' \u00A0\u3000\t\n'], ['S2 max', 'ж'.repeat(max)], ['S2 max + 1', 'ж'.repeat(max + 1)], ['S2 10 × max', 'я'.repeat(Math.min(max * 10, 60_000))], ['S2 emoji at max', '👍'.repeat(max)],
  ['S3 U+0000', 'а\u0000б'], ['S3 C0', 'а\u001B[31mб'], ['S3 C1', 'а\u0085\u009Bб'], ['S3 line ends', 'а\r\nб\rв'], ['S3 DEL', 'а\u007F'], ['S4 lone high', 'а\uD800'], ['S4 lone low', '\uDFFFб'], ['S4 non-character', 'а\uFFFE\uFFFF'],
  ['S5 override', 'а\u202Eб'], ['S5 isolate', 'а\u2066б'], ['S5 marks', 'а\u200E\u200Fб'], ['S6 zero width', 'А\u200Bй\u200Cы\u200Dм\uFEFF\u2060'], ['S6 alone', '\u200B\uFEFF\u3164'], ['S6 selectors', 'а\uFE01\u{E0100}\u{E0041}'],
  ['S7 homoglyphs', 'раypal Аdmin İıſ Ⓐ'], ['S8 zalgo', `З${'\u0316\u0321\u0489'.repeat(170)}`], ['S8 family', '👨\u200D👩\u200D👧\u200D👦'.repeat(8)], ['S9 scripts', 'שלום مرحبا 你好 ҢҮӨ ңүө ß'],
  ['S12 prototype', '__proto__'], ['S12 constructor', 'constructor'], ['S12 toString', 'toString'], ['SQL', `'; DROP TABLE people.seat; --`], ['markup', '<svg onload=alert(1)>'], ['template', '{{7*7}}${7*7}%s%n'],
];

/** Values of another kind than the field's. */
export const HOSTILE_KINDS: [family: string, value: unknown][] = [
  ['null', null], ['list', []], ['list of it', ['а']], ['object', {}], ['object with toString', { toString: 'x' }], ['S12 object', JSON.parse('{"__proto__":{"x":1}}') as unknown], ['true', true], ['S13 −1', -1], ['S13 0', 0], ['S13 half', 0.5], ['S13 2^31', 2 ** 31], ['S13 2^53', 2 ** 53], ['S13 1e308', 1e308],
  ['S13 text number', '1'], ['S13 list number', [1]], ['S15 other case', '0C8A4F0E-0000-4000-8000-00000000000A'], ['S15 path', '../../etc/passwd'], ['S15 braces', '{0c8a4f0e-0000-4000-8000-00000000000a}'], ['S15 10 KB', 'a'.repeat(10_000)], ['S15 foreign', '0c8a4f0e-0000-4000-8000-00000000000a'], ['S14 day', '2026-02-30'],
];

/** Every path to a leaf of a payload, with its value. */
export function leaves(value: unknown, path: readonly (string | number)[] = []): { path: readonly (string | number)[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const entries: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return entries.length === 0 ? [{ path, value }] : entries.flatMap(([key, item]) => leaves(item, [...path, key]));
}

/** A copy with another value at the path. */
export function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, by) : (item as unknown)));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}
