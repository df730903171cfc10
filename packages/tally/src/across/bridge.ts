import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import { ONE, compare, mul, ratio, sub, toFraction, toNumber, type Fraction, type Rational } from '../exact/rational.js';
import { wilson, type Interval } from './wilson.js';

/** One group's stand to one option. `pass` = voted, neither for nor against. */
export interface Stand {
  readonly agree: number;
  readonly disagree: number;
  readonly pass?: number;
}
/** stands[option][group] */
export type Stands = Readonly<Record<string, Readonly<Record<string, Stand>>>>;

export interface GroupShare {
  readonly group: string;
  /** agree / (agree + disagree), as counted; den 0 = the group has not voted */
  readonly share: Fraction;
  readonly voters: number;
  readonly interval: Interval;
  /** fewer voters than the floor: shown as «too few votes» */
  readonly isTooFew: boolean;
}

export interface BridgeFigures {
  /** 0..1, for ordering and display; never decides an adoption */
  readonly score: number;
  readonly weakest: { readonly group: string; readonly share: Fraction } | null;
  /** largest minus smallest share of the groups that voted */
  readonly spread: Fraction;
  readonly groups: readonly GroupShare[];
}

export interface BridgeResult {
  readonly method: 'bridge';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly smoothing: '(n+1/2)/(N+1)'; readonly mean: 'geometric over groups'; readonly floor: number };
  /** by score; the comparison is exact */
  readonly ranking: string[][];
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly scores: Record<string, number>;
  /** the score in ten-thousandths, rounded down: exact, the same in every language that has big integers */
  readonly points: Record<string, number>;
  readonly options: Readonly<Record<string, BridgeFigures>>;
  readonly steps: readonly { readonly step: 'bridge'; readonly option: string; readonly score: number; readonly weakestGroup: string | null }[];
}

export const BRIDGE: Algorithm = { id: 'bridge', version: 1 };

/** p·(1−d) of one group: Jeffreys-smoothed agreement times the absence of disagreement. */
function groupFactor({ agree, disagree, pass = 0 }: Stand): Rational {
  const n = BigInt(agree + disagree + pass) + 1n;
  return mul(ratio(2n * BigInt(agree) + 1n, 2n * n), sub(ONE, ratio(2n * BigInt(disagree) + 1n, 2n * n)));
}

/** The product over groups: same number of groups everywhere, so it sorts like its root, and it is exact. */
const product = (stands: readonly Stand[]): Rational => stands.map(groupFactor).reduce(mul, ONE);

function figures(groups: readonly string[], stands: readonly Stand[], floor: number): BridgeFigures {
  const rows = groups.map((group, i): GroupShare => {
    const s = stands[i]!;
    const voters = s.agree + s.disagree + (s.pass ?? 0);
    return { group, share: { num: s.agree, den: s.agree + s.disagree }, voters, interval: wilson(s.agree, s.agree + s.disagree), isTooFew: voters < floor };
  });
  const voted = rows.filter((r) => r.share.den > 0).map((r) => ({ group: r.group, share: r.share, value: ratio(BigInt(r.share.num), BigInt(r.share.den)) }));
  const low = voted.length === 0 ? null : voted.reduce((a, b) => (compare(b.value, a.value) < 0 ? b : a));
  const high = voted.length === 0 ? null : voted.reduce((a, b) => (compare(b.value, a.value) > 0 ? b : a));
  return {
    score: round(Math.pow(toNumber(product(stands)), 1 / groups.length)),
    weakest: low === null ? null : { group: low.group, share: low.share },
    spread: low === null || high === null ? { num: 0, den: 1 } : toFraction(sub(high.value, low.value)), groups: rows,
  };
}

const SCALE = 10_000;

/** The largest whole s with (s / 10 000)^n ≤ r, by halving; r lies between 0 and 1. */
function rootPoints(r: Rational, n: number): number {
  const limit = r.num * BigInt(SCALE) ** BigInt(n);
  let [low, high] = [0, SCALE];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (BigInt(middle) ** BigInt(n) * r.den <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

const round = (x: number): number => Math.round(x * 1e9) / 1e9;

/**
 * The bridge score over declared groups (decisions.md §2.1): geometric mean of p·(1−d). With it the weakest group's raw
 * share, the spread between groups and Wilson intervals. Groups count alike, whatever their size.
 */
export function bridge(stands: Stands, groups: readonly string[], { floor = 5 }: { floor?: number } = {}): BridgeResult {
  if (groups.length === 0) throw new TallyInputError('groups.none', 'groups: expected at least one', { path: 'groups' });
  const options = Object.keys(stands);
  const read = options.map((o) => groups.map((g): Stand => {
    const s = stands[o]![g] ?? { agree: 0, disagree: 0 };
    for (const [k, n] of Object.entries(s)) wholeNumber(n, `stands.${o}.${g}.${k}`);
    return s;
  }));
  const exact = read.map(product);
  const order = options.map((_, i) => i).sort((a, b) => compare(exact[b]!, exact[a]!) || a - b);
  const ranking: string[][] = [];
  order.forEach((o, k) => {
    if (k > 0 && compare(exact[order[k - 1]!]!, exact[o]!) === 0) ranking.at(-1)!.push(options[o]!);
    else ranking.push([options[o]!]);
  });
  const of = options.map((_, i) => figures(groups, read[i]!, floor));
  return {
    method: 'bridge', algorithm: BRIDGE, conventions: { smoothing: '(n+1/2)/(N+1)', mean: 'geometric over groups', floor },
    ranking, winners: ranking[0] ?? [], isTied: (ranking[0]?.length ?? 0) > 1,
    scores: Object.fromEntries(options.map((o, i) => [o, of[i]!.score])), points: Object.fromEntries(options.map((o, i) => [o, rootPoints(exact[i]!, groups.length)])), options: Object.fromEntries(options.map((o, i) => [o, of[i]!])),
    steps: order.map((o) => ({ step: 'bridge', option: options[o]!, score: of[o]!.score, weakestGroup: of[o]!.weakest?.group ?? null })),
  };
}
