/** Numbers within the tolerance; everything else exactly. Decimal text counts as a number when it is compared with one or with text. */
export function equal(expected: unknown, actual: unknown, tolerance = 1e-9): boolean {
  if (typeof expected === 'number') return typeof actual === 'number' && Math.abs(expected - actual) <= tolerance;
  if (Array.isArray(expected)) return Array.isArray(actual) && expected.length === actual.length && expected.every((x, i) => equal(x, actual[i], tolerance));
  if (isRecord(expected)) {
    return isRecord(actual) && Object.keys(actual).length === Object.keys(expected).length
      && Object.entries(expected).every(([k, x]) => Object.hasOwn(actual, k) && equal(x, actual[k], tolerance));
  }
  return expected === actual;
}

export const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Text such as "12.345" within the tolerance. */
export const equalDecimal = (expected: unknown, actual: unknown, tolerance: number): boolean =>
  typeof expected === 'string' && typeof actual === 'string' && Math.abs(Number(expected) - Number(actual)) <= tolerance;

/** The same members, each once, in whatever order. */
export function sameSet(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual)) return expected === actual;
  const key = (list: readonly unknown[]): string => JSON.stringify(list.map((x) => JSON.stringify(x)).sort());
  return key(expected) === key(actual);
}

/** Lists of sets: the sets in whatever order, their members too. */
export function sameSets(expected: unknown, actual: unknown): boolean {
  const sorted = (x: unknown): unknown => (Array.isArray(x) ? x.map((s: unknown) => (Array.isArray(s) ? [...s].map(String).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : s)) : x);
  return sameSet(sorted(expected), sorted(actual));
}

/** Places in order, the members of a place in whatever order. */
export const samePlaces = (expected: unknown, actual: unknown): boolean =>
  Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length && expected.every((x, i) => sameSet(x, actual[i]));

/** Records in order; only the fields that the published record has. */
export const sameFields = (expected: unknown, actual: unknown): boolean =>
  Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length
  && expected.every((x, i) => isRecord(x) && isRecord(actual[i]) && Object.entries(x).every(([k, v]) => equal(v, (actual[i] as Record<string, unknown>)[k])));
