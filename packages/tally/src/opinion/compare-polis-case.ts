import type { PolisCase } from './polis-case.js';

/** Keys of `expected` that are notes on the figures, not results. */
export const POLIS_NOTES: Readonly<Record<string, string>> = {
  order: 'names the three numbers of groupVotes',
  tolerance: 'how exactly the figures were published',
  accept: 'the rule by which a clustering is accepted',
};

type Answer = Readonly<Record<string, unknown>>;
type Check = (expected: unknown, actual: unknown, question: PolisCase, answer: Answer) => boolean;

const isRecord = (x: unknown): x is Answer => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Equal to the last field of `expected`; numbers within the tolerance. */
function equal(expected: unknown, actual: unknown, tolerance: number): boolean {
  if (typeof expected === 'number') return typeof actual === 'number' && Math.abs(expected - actual) <= tolerance;
  if (Array.isArray(expected)) return Array.isArray(actual) && expected.length === actual.length && expected.every((x, i) => equal(x, actual[i], tolerance));
  if (isRecord(expected)) return isRecord(actual) && Object.entries(expected).every(([k, x]) => Object.hasOwn(actual, k) && equal(x, actual[k], tolerance));
  return expected === actual;
}

const toleranceOf = (question: PolisCase): number => (typeof question.expected['tolerance'] === 'number' ? question.expected['tolerance'] : 1e-9);

/** No further key than `expected` has, at the first two levels: a result that was not asked for is an error too. */
function sameKeys(expected: unknown, actual: unknown): boolean {
  return !isRecord(expected) || (isRecord(actual) && Object.keys(actual).every((k) => Object.hasOwn(expected, k)));
}

function sameCounts(expected: unknown, actual: unknown): boolean {
  if (!isRecord(expected) || !isRecord(actual) || !equal(expected, actual, 0)) return false;
  return Object.entries(actual).every(([id, count]) => Object.hasOwn(expected, id) || (isRecord(count) && Object.values(count).every((n) => n === 0)));
}

/** A statement that nobody voted on may be left out of the published table; null = the table was not published. */
function sameGroupVotes(expected: unknown, actual: unknown): boolean {
  if (expected === null) return isRecord(actual);
  if (!isRecord(expected) || !isRecord(actual) || !sameKeys(expected, actual) || !equal(expected, actual, 0)) return false;
  return Object.entries(actual).every(([g, table]) => Object.entries(table as Answer).every(([s, cell]) => Object.hasOwn(expected[g] as Answer, s) || (cell as number[])[2] === 0));
}

/** The same statements with the same figures; those of equal score may swap places. */
function sameList(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected.length !== actual.length) return false;
  const score = (x: unknown): number => (isRecord(x) ? Number(x['p']) * Number(x['pTest']) : NaN);
  return expected.every((x: unknown, i) => Math.abs(score(x) - score(actual[i])) <= 1e-9 && actual.some((y) => equal(x, y, 1e-9)));
}

/** Published and own selection agree; and the statistics of each published one are the same. */
function sameRepresentative(expected: unknown, actual: unknown, question: PolisCase, answer: Answer): boolean {
  if (!isRecord(expected) || !isRecord(answer['all']) || !sameKeys(expected, actual)) return false;
  const all = answer['all'];
  return equal(expected, actual, toleranceOf(question)) && Object.entries(expected).every(([g, list]) =>
    Array.isArray(list) && Array.isArray(all[g]) && list.every((x) => (all[g] as unknown[]).some((y) => equal(x, y, toleranceOf(question)))));
}

/** |cos| of the angle between the two: the sign of an axis means nothing. */
function sameAxis(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected.length !== actual.length) return false;
  let [xy, xx, yy] = [0, 0, 0];
  expected.forEach((x: number, i) => {
    const y = actual[i] as number;
    xy += x * y;
    xx += x * x;
    yy += y * y;
  });
  return Math.abs(xy) > 0.999999 * Math.sqrt(xx * yy);
}

function acceptable(expected: unknown, actual: unknown): boolean {
  if (!isRecord(expected) || !isRecord(actual)) return false;
  return actual['k'] === expected['k']
    && Number(actual['withinGroupSquares']) <= 1.02 * Number(expected['withinGroupSquares'])
    && Number(actual['silhouette']) >= Number(expected['silhouette']) - 0.02;
}

/** Everybody who was grouped is grouped by us; who with whom is judged by `quality` alone (the case's own `accept`). */
const samePeople: Check = (expected, actual) => isRecord(expected) && isRecord(actual) && Object.keys(expected).every((p) => Object.hasOwn(actual, p)) && sameKeys(expected, actual);

const addsUp: Check = (expected, actual, _question, answer) =>
  Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length && actual.reduce((a: number, b: number) => a + b, 0) === answer['grouped'];

const CHECKS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'polis-counts': { counts: sameCounts },
  'polis-group-votes': { groupVotes: sameGroupVotes },
  'polis-gic': { groupVotes: sameGroupVotes },
  'polis-consensus-list': { agree: sameList, disagree: sameList },
  'polis-repness': { groups: sameRepresentative },
  'polis-pca': { component1: sameAxis, component2: sameAxis },
  'polis-groups': { assignment: samePeople, groupSizes: addsUp, quality: acceptable },
};

/** The keys of `expected` that `answer` lacks or has otherwise; empty = the case passes. An empty answer never passes. */
export function comparePolisCase(question: PolisCase, answer: Answer): string[] {
  const keys = Object.keys(question.expected).filter((k) => !Object.hasOwn(POLIS_NOTES, k));
  const checks = CHECKS[question.method] ?? {};
  if (keys.length === 0) return ['expected'];
  return keys.filter((k) => {
    const check: Check = Object.hasOwn(checks, k) ? checks[k]! : (expected, actual) => equal(expected, actual, toleranceOf(question)) && sameKeys(expected, actual);
    return !Object.hasOwn(answer, k) || !check(question.expected[k], answer[k], question, answer);
  });
}
