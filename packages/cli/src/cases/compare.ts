import { comparePolisCase } from '@tegerek/tally';
import type { Answer, Case } from './case.js';
import { equal, equalDecimal, isRecord, sameFields, samePlaces, sameSet, sameSets } from './equal.js';
import { sameMarks } from './text-diff.js';

/** Keys of `expected` that are no results, each with the reason. */
export const NOTES: Readonly<Record<string, string>> = {
  tolerance: 'how exactly the figures were published',
  publishedRanking: 'one of several outcomes of equal pairs; with tieSensitive only possibleWinners is the result (FORMAT.md)',
};

type Check = (expected: unknown, answer: Answer, c: Case) => boolean;

const key = (name: string, check: (expected: unknown, actual: unknown) => boolean): Check => (expected, answer) => Object.hasOwn(answer, name) && check(expected, answer[name]);

/** Real counts transcribed twice differ by single ballots (options.tolerance says so): at most this many. */
const A_FEW_VOTES = 5;
const fewVotes = (expected: unknown, actual: unknown): boolean =>
  isRecord(expected) && isRecord(actual) && Object.entries(expected).every(([k, n]) => Math.abs(Number(n) - Number(actual[k])) <= A_FEW_VOTES);

const publishedPairs: Check = (expected, answer) => Array.isArray(expected) && expected.every((p: { pair: [string, string]; votes: [number, number] }) => {
  const table = answer['pairwisePublished'] as Record<string, Record<string, number>> | undefined;
  const [a, b] = p.pair;
  return table !== undefined && fewVotes({ ab: p.votes[0], ba: p.votes[1] }, { ab: table[a]?.[b], ba: table[b]?.[a] });
});

/** The published winner of a count whose ties others broke: one of ours. */
const amongPossible: Check = (expected, answer) =>
  Array.isArray(expected) && Array.isArray(answer['possibleWinners']) && expected.every((w) => (answer['possibleWinners'] as unknown[]).includes(w));

interface Round {
  readonly tallies: Readonly<Record<string, number>>;
  readonly eliminated: readonly string[] | null;
  readonly elected?: readonly string[];
  readonly threshold?: string;
}

/**
 * A published count that drops several candidates at once: our count, which drops one at a time, passes through every
 * published round, drops the same candidates on the way, and reaches the same threshold and election.
 */
const passesThrough: Check = (expected, answer) => {
  const published = expected as readonly Round[];
  const own = answer['rounds'];
  if (!Array.isArray(own)) return false;
  let at = 0;
  let isElected = false;
  return published.every((round, i) => {
    const found = (own as Round[]).findIndex((r, k) => k >= at && equal(round.tallies, r.tallies));
    const next = published[i + 1];
    const end = next === undefined ? found : (own as Round[]).findIndex((r, k) => k >= found && equal(next.tallies, r.tallies));
    if (found < 0 || end < 0) return false;
    at = found;
    const dropped = (own as Round[]).slice(found, end).flatMap((r) => r.eliminated ?? []);
    const total = Object.values(round.tallies).reduce((a, b) => a + b, 0);
    const threshold = Math.floor(total / 2) + 1;
    const reach = isElected ? [] : Object.keys(round.tallies).filter((o) => round.tallies[o]! >= threshold);
    isElected ||= reach.length > 0;
    return sameSet(round.eliminated, dropped) && sameSet(round.elected, reach) && (isElected || round.threshold === String(threshold) || i > 0);
  });
};

/** Tallies of continuing candidates, stage by stage, published exactly while ours are cut to five places. */
const continuingVotes: Check = (expected, answer, c) => {
  const stages = answer['stages'] as readonly { readonly votes: Readonly<Record<string, string>>; readonly elected?: readonly string[]; readonly action: string }[] | undefined;
  return stages !== undefined && Array.isArray(expected) && expected.every((votes: Readonly<Record<string, number>>, i) => {
    const gone = stages.slice(0, i).flatMap((s) => s.elected ?? []);
    const excluded = stages.slice(0, i + 1).map((s) => s.action.replace(/^exclude /, ''));
    const standing = (c.candidates ?? []).filter((o) => !gone.includes(o) && !excluded.includes(o));
    return sameSet(Object.keys(votes), standing) && standing.every((o) => Math.abs(votes[o]! - Number(stages[i]?.votes[o])) <= Number(c.expected['tolerance']));
  });
};

/** What our stages say beyond the published ones. */
const OWN_FIELDS: readonly string[] = ['tie', 'lostFractions'];

const sameStages = (expected: unknown, actual: unknown): boolean =>
  Array.isArray(actual) && equal(expected, actual.map((s: Record<string, unknown>) => Object.fromEntries(Object.entries(s).filter(([k]) => !OWN_FIELDS.includes(k)))));

/** Exclusions of a Meek count: exact to the ninth place, unless the case grants a tolerance. */
const sameExclusions: Check = (expected, answer, c) => {
  const own = answer['exclusions'];
  const tolerance = 'tolerance' in c.options ? 1e-6 : 0;
  if (!Array.isArray(expected) || !Array.isArray(own) || expected.length !== own.length) return false;
  return expected.every((x: Record<string, unknown>, i) => {
    const y = own[i] as Record<string, unknown>;
    return x['excluded'] === y['excluded'] && equalDecimal(x['quota'], y['quota'], tolerance) && decimals(x['votes'], y['votes'], tolerance);
  });
};

const decimals = (expected: unknown, actual: unknown, tolerance: number): boolean =>
  isRecord(expected) && isRecord(actual) && Object.keys(expected).length === Object.keys(actual).length
  && Object.keys(expected).every((k) => equalDecimal(expected[k], actual[k], tolerance));

const anyOf: Check = (expected, answer) => Array.isArray(expected) && expected.some((set) => Array.isArray(answer['selected']) && sameSet(set, answer['selected']));

/** How a key is compared; those not listed must be equal. */
const CHECKS: Readonly<Record<string, Check>> = {
  winners: key('winners', sameSet),
  possibleWinners: key('possibleWinners', sameSet),
  ranking: key('ranking', samePlaces),
  rankings: key('rankings', sameSet),
  committees: key('committees', sameSets),
  selected: key('selected', sameSet),
  selectedSets: anyOf,
  steps: key('steps', sameFields),
  stages: key('stages', sameStages),
  exclusions: sameExclusions,
  continuingVotesByRound: continuingVotes,
  publishedWinner: amongPossible,
  publishedWinnerWhenEqualRanksAreIgnored: key('publishedWinnerWhenEqualRanksAreIgnored', sameSet),
  firstPreferencesOfficial: key('firstPreferencesOfficial', fewVotes),
  finalRoundOfficial: key('finalRoundOfficial', fewVotes),
  pairwisePublished: publishedPairs,
  publishedInserted: (expected, answer, c) => sameMarks('publishedInserted', expected, answer, c),
  publishedDeleted: (expected, answer, c) => sameMarks('publishedDeleted', expected, answer, c),
  rounds: (expected, answer, c) => ('batchElimination' in c.options && c.method === 'irv' ? passesThrough(expected, answer, c) : key('rounds', sameRounds)(expected, answer, c)),
};

const sameRounds = (expected: unknown, actual: unknown): boolean =>
  sameFields(Array.isArray(expected) ? expected.map((r: Record<string, unknown>) => ('threshold' in r ? { ...r, threshold: Number(r['threshold']) } : r)) : expected, actual);

/** The comparable keys of `expected` that the answer lacks or has otherwise; a case without any comparable key fails. */
export function compareCase(c: Case, answer: Answer): string[] {
  if (c.method.startsWith('polis-')) return comparePolisCase({ ...c, candidates: c.candidates ?? [], ballots: c.ballots }, answer);
  const keys = Object.keys(c.expected).filter((k) => !Object.hasOwn(NOTES, k));
  if (keys.length === 0) return ['(nothing to compare)'];
  return keys.filter((k) => !(CHECKS[k] ?? key(k, equal))(c.expected[k], answer, c));
}
