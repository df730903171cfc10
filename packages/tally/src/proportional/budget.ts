import { TallyInputError } from '../errors.js';
import { parseDecimal } from '../exact/decimal.js';
import { compare, gcd, ratio, toNumber, toText, whole, ZERO, type Rational } from '../exact/rational.js';
import { approvalCounts, type ApprovalProfile } from '../single/ballots.js';

/** Numbers or decimal text ("0.9"): both are read exactly. */
export type Money = number | string;

export interface BudgetInput {
  readonly costs: Readonly<Record<string, Money>>;
  readonly budget: Money;
}

/** Costs as whole numbers of `unit`-ths, so that every sum of costs is one integer. */
export interface Budget {
  readonly profile: ApprovalProfile;
  readonly costs: readonly bigint[];
  readonly total: bigint;
  readonly unit: bigint;
  readonly votes: Float64Array;
}

/** Reads costs and budget exactly. Throws `TallyInputError` for a missing, negative or zero cost. */
export function readBudget(profile: ApprovalProfile, { costs, budget }: BudgetInput): Budget {
  const read = profile.options.map((o) => {
    if (!Object.hasOwn(costs, o)) throw new TallyInputError('costs.missing', `costs: no cost for "${o}"`, { path: `costs.${o}` });
    const cost = parseDecimal(costs[o]!, `costs.${o}`);
    if (compare(cost, ZERO) <= 0) throw new TallyInputError('costs.not-positive', `costs.${o}: expected more than 0`, { path: `costs.${o}` });
    return cost;
  });
  const total = parseDecimal(budget, 'budget');
  if (compare(total, ZERO) < 0) throw new TallyInputError('budget.negative', 'budget: expected 0 or more', { path: 'budget' });
  const unit = [...read, total].reduce((d, r) => (d / gcd(d, r.den)) * r.den, 1n);
  const scaled = (r: Rational): bigint => r.num * (unit / r.den);
  return { profile, costs: read.map(scaled), total: scaled(total), unit, votes: approvalCounts(profile) };
}

export const moneyNumber = (b: Budget, amount: bigint): number => toNumber(ratio(amount, b.unit));
export const moneyText = (b: Budget, amount: bigint): string => toText(ratio(amount, b.unit));
export const costOf = (b: Budget, selected: readonly number[]): bigint => selected.reduce((s, o) => s + b.costs[o]!, 0n);

/** Which of equally good projects goes first: these keys in turn, then the order of the lot. */
export type BudgetTie = 'more-votes' | 'lower-cost' | 'higher-cost';

/** Sorts equally good projects, the preferred one first. */
export function breakTies(b: Budget, ties: readonly BudgetTie[], place: readonly number[], tied: readonly number[]): number[] {
  const keys: Record<BudgetTie, (x: number, y: number) => number> = {
    'more-votes': (x, y) => b.votes[y]! - b.votes[x]!,
    'lower-cost': (x, y) => (b.costs[x]! < b.costs[y]! ? -1 : b.costs[x]! > b.costs[y]! ? 1 : 0),
    'higher-cost': (x, y) => (b.costs[x]! > b.costs[y]! ? -1 : b.costs[x]! < b.costs[y]! ? 1 : 0),
  };
  return [...tied].sort((x, y) => {
    for (const t of ties) {
      const way = keys[t](x, y);
      if (way !== 0) return way;
    }
    return place[x]! - place[y]!;
  });
}

/** Goes through `order` and takes what still fits beside `selected`; what does not fit is skipped, or ends it. */
export function takeWhatFits(b: Budget, selected: readonly number[], order: readonly number[], whenFull: 'skip' | 'stop'): number[] {
  const out: number[] = [];
  let left = b.total - costOf(b, selected);
  for (const o of order) {
    if (b.costs[o]! <= left) {
      out.push(o);
      left -= b.costs[o]!;
    } else if (whenFull === 'stop') break;
  }
  return out;
}

/** No project left out would fit the money left. */
export function isExhaustive(b: Budget, selected: readonly number[]): boolean {
  const left = b.total - costOf(b, selected);
  return b.costs.every((cost, o) => cost > left || selected.includes(o));
}

export const perVoter = (b: Budget): Rational => (b.profile.voters === 0 ? ZERO : ratio(b.total, b.unit * BigInt(b.profile.voters)));
export const floorPerVoter = (b: Budget): Rational => {
  const r = perVoter(b);
  return whole(r.num / r.den);
};
