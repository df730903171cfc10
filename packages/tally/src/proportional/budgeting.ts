import type { Algorithm } from '../algorithm.js';
import { add, compare, ONE, ratio, toNumber, toText, whole, type Rational } from '../exact/rational.js';
import { TallyInputError } from '../errors.js';
import type { ApprovalProfile } from '../single/ballots.js';
import { lotPlaces } from '../ties/lots.js';
import {
  breakTies, costOf, floorPerVoter, isExhaustive, moneyNumber, moneyText, perVoter, readBudget, takeWhatFits,
  type Budget, type BudgetInput, type BudgetTie,
} from './budget.js';
import { equalShares, supportersOf, type Purchase, type Utility } from './equal-shares-run.js';

/**
 * What follows when equal shares leave money: `add1` raises every endowment by 1 from floor(budget/voters) and keeps the
 * last outcome inside the budget; `add1-exhaustive` stops as soon as nothing more would fit; `by-votes` takes the most
 * voted that fit.
 */
export type BudgetCompletion = 'none' | 'add1' | 'add1-exhaustive' | 'by-votes';

export interface BudgetStep {
  readonly step: 'buy' | 'completion' | 'raise';
  readonly add?: string;
  readonly cost?: string;
  /** what each supporter pays at most; money as exact text */
  readonly perVoter?: string;
  readonly supporters?: number;
  readonly emptied?: number;
  readonly load?: string;
  readonly endowment?: string;
  readonly totalCost?: string;
  readonly tiedWith?: readonly string[];
}

export interface BudgetResult {
  readonly method: 'mes-costs' | 'phragmen-costs' | 'greedy-approval';
  readonly algorithm: Algorithm;
  readonly conventions: Readonly<Record<string, string>>;
  /** in candidate order */
  readonly selected: readonly string[];
  readonly winners: readonly string[];
  readonly selectionOrder: readonly string[];
  readonly totalCost: number;
  readonly budget: number;
  /** a choice between exactly equal projects was made by the tie rule */
  readonly isTied: boolean;
  /** equal shares: what every voter started with in the outcome that counts; `endowmentExact` as a fraction */
  readonly endowment?: number;
  readonly endowmentExact?: string;
  /** the same under add1, where it is the last endowment whose outcome fits the budget */
  readonly lastFittingEndowment?: number;
  readonly steps: readonly BudgetStep[];
}

export const MES_COSTS: Algorithm = { id: 'mes-costs', version: 1 };
export const PHRAGMEN_COSTS: Algorithm = { id: 'phragmen-costs', version: 1 };
export const GREEDY_APPROVAL: Algorithm = { id: 'greedy-approval', version: 1 };

export interface BudgetOptions extends BudgetInput {
  readonly ties?: readonly BudgetTie[];
  readonly lots?: readonly string[];
}
export interface MesCostsOptions extends BudgetOptions {
  readonly utility?: Utility;
  readonly completion?: BudgetCompletion;
  /** ties of by-votes completion */
  readonly completionTies?: readonly BudgetTie[];
}

const DEFAULT_TIES: readonly BudgetTie[] = ['more-votes', 'lower-cost'];
/** Raising by 1 ends when everybody has everything they approve; this only guards against absurd budgets. */
const MAX_RAISES = 100_000;

function report(b: Budget, head: Pick<BudgetResult, 'method' | 'algorithm' | 'conventions'>, order: readonly number[], rest: Pick<BudgetResult, 'isTied' | 'steps'>): BudgetResult {
  const options = b.profile.options;
  const selected = [...order].sort((x, y) => x - y).map((o) => options[o]!);
  return {
    ...head, selected, winners: selected, selectionOrder: order.map((o) => options[o]!),
    totalCost: moneyNumber(b, costOf(b, order)), budget: moneyNumber(b, b.total), ...rest,
  };
}

const buyStep = (b: Budget, p: Purchase): BudgetStep => ({
  step: 'buy', add: b.profile.options[p.option]!, cost: moneyText(b, b.costs[p.option]!), perVoter: toText(p.price), supporters: p.supporters, emptied: p.emptied,
  ...(p.tied.length > 0 ? { tiedWith: p.tied.map((o) => b.profile.options[o]!) } : {}),
});

interface Outcome {
  readonly endowment: Rational;
  readonly bought: readonly Purchase[];
}

/** Raises endowments by 1 until the outcome no longer fits (or is exhaustive); the last one that fits. */
function addOne(b: Budget, run: (endowment: Rational) => Purchase[], stopWhenExhaustive: boolean, steps: BudgetStep[]): Outcome {
  const options = (bought: readonly Purchase[]): number[] => bought.map((p) => p.option);
  let best: Outcome = { endowment: floorPerVoter(b), bought: run(floorPerVoter(b)) };
  for (let raises = 0; !(stopWhenExhaustive && isExhaustive(b, options(best.bought))); raises++) {
    if (raises > MAX_RAISES) throw new TallyInputError('mes.too-many-raises', 'add1: too many steps; state costs and budget in larger units');
    const everything = best.bought.length === b.costs.filter((_, o) => b.votes[o]! > 0).length;
    const endowment = add(best.endowment, ONE);
    const bought = everything ? best.bought : run(endowment);
    if (everything || costOf(b, options(bought)) > b.total) break;
    best = { endowment, bought };
  }
  steps.push({ step: 'raise', endowment: toText(best.endowment), totalCost: moneyText(b, costOf(b, options(best.bought))) });
  return best;
}

/**
 * Method of Equal Shares with costs: exact fractions; utility of a project is its cost or 1. Equal prices per utility are
 * decided by `ties`, then by the lot. Throws `TallyInputError`.
 */
export function mesCosts(profile: ApprovalProfile, options: MesCostsOptions): BudgetResult {
  const { utility = 'cost', completion = 'none', ties = DEFAULT_TIES, completionTies = ties } = options;
  const b = readBudget(profile, options);
  const place = lotPlaces(profile.options, options.lots);
  const who = supportersOf(b);
  const choose = (tied: readonly number[]): number => breakTies(b, ties, place, tied)[0]!;
  const run = (endowment: Rational): Purchase[] => equalShares(b, { endowment, utility, who, choose });
  const raises: BudgetStep[] = [];
  const isAdd1 = completion === 'add1' || completion === 'add1-exhaustive';
  const { endowment, bought } = isAdd1 ? addOne(b, run, completion === 'add1-exhaustive', raises) : { endowment: perVoter(b), bought: run(perVoter(b)) };
  const first = bought.map((p) => p.option);
  const others = breakTies(b, ['more-votes', ...completionTies], place, profile.options.map((_, o) => o).filter((o) => !first.includes(o) && b.votes[o]! > 0));
  const completed = completion === 'by-votes' ? takeWhatFits(b, first, others, 'skip') : [];
  const steps = [
    ...raises, ...bought.map((p) => buyStep(b, p)),
    ...completed.map((o): BudgetStep => ({ step: 'completion', add: profile.options[o]!, cost: moneyText(b, b.costs[o]!), supporters: b.votes[o]! })),
  ];
  const conventions = { utility, completion, ties: [...ties, 'lot order'].join(', ') };
  return {
    ...report(b, { method: 'mes-costs', algorithm: MES_COSTS, conventions }, [...first, ...completed], { isTied: bought.some((p) => p.tied.length > 0), steps }),
    endowment: toNumber(endowment), endowmentExact: toText(endowment), ...(isAdd1 ? { lastFittingEndowment: toNumber(endowment) } : {}),
  };
}

/**
 * Sequential Phragmén with costs: the project that leaves its supporters the smallest load, (cost + their loads) ÷ their
 * number. Stops at the first project that would exceed the budget. Exact.
 */
export function phragmenCosts(profile: ApprovalProfile, options: BudgetOptions): BudgetResult {
  const { ties = [] } = options;
  const b = readBudget(profile, options);
  const place = lotPlaces(profile.options, options.lots);
  const who = supportersOf(b);
  const loads = profile.classes.map(() => 0n);
  const order: number[] = [];
  const steps: BudgetStep[] = [];
  const open = new Set(profile.options.map((_, o) => o).filter((o) => b.votes[o]! > 0));
  let den = 1n;
  let spent = 0n;
  while (open.size > 0) {
    const priced = [...open].map((o) => {
      let num = b.costs[o]! * den;
      for (const i of who[o]!) num += loads[i]! * BigInt(profile.classes[i]!.voters);
      return { o, num, heads: BigInt(b.votes[o]!) };
    });
    const best = priced.reduce((x, y) => (y.num * x.heads < x.num * y.heads ? y : x));
    const tied = priced.filter((x) => x.num * best.heads === best.num * x.heads).map((x) => x.o);
    const option = breakTies(b, ties, place, tied)[0]!;
    if (spent + b.costs[option]! > b.total) break;
    const { num, heads } = priced.find((x) => x.o === option)!;
    const load = ratio(num, heads);
    if (load.den !== 1n) for (let i = 0; i < loads.length; i++) loads[i]! *= load.den;
    for (const i of who[option]!) loads[i] = load.num;
    steps.push({
      step: 'buy', add: profile.options[option]!, cost: moneyText(b, b.costs[option]!), load: toText(ratio(num, heads * den * b.unit)), supporters: b.votes[option]!,
      ...(tied.length > 1 ? { tiedWith: tied.filter((o) => o !== option).map((o) => profile.options[o]!) } : {}),
    });
    den *= load.den;
    spent += b.costs[option]!;
    order.push(option);
    open.delete(option);
  }
  const conventions = { stop: 'at the first project that exceeds the budget', ties: [...ties, 'lot order'].join(', ') };
  return report(b, { method: 'phragmen-costs', algorithm: PHRAGMEN_COSTS, conventions }, order, { isTied: steps.some((s) => s.tiedWith !== undefined), steps });
}

export interface GreedyOptions extends BudgetOptions {
  /** exact points per option, to order by points instead of votes */
  readonly points?: readonly Rational[];
  /** a project that does not fit is passed over, or ends the list */
  readonly whenFull?: 'skip' | 'stop';
}

/** Greedy: by votes (or points) down, as long as the money lasts. */
export function greedyApproval(profile: ApprovalProfile, options: GreedyOptions): BudgetResult {
  const { ties = [], whenFull = 'skip', points } = options;
  const b = readBudget(profile, options);
  const place = lotPlaces(profile.options, options.lots);
  const value = points ?? profile.options.map((_, o) => whole(b.votes[o]!));
  const ranked = breakTies(b, ties, place, profile.options.map((_, o) => o)).sort((x, y) => compare(value[y]!, value[x]!));
  const order = takeWhatFits(b, [], ranked, whenFull);
  const steps = order.map((o): BudgetStep => ({ step: 'buy', add: profile.options[o]!, cost: moneyText(b, b.costs[o]!), supporters: b.votes[o]! }));
  const equal = ranked.some((o, k) => k > 0 && compare(value[ranked[k - 1]!]!, value[o]!) === 0 && order.includes(o) !== order.includes(ranked[k - 1]!));
  const conventions = { order: points === undefined ? 'votes' : 'points', whenFull, ties: [...ties, 'lot order'].join(', ') };
  return report(b, { method: 'greedy-approval', algorithm: GREEDY_APPROVAL, conventions }, order, { isTied: equal, steps });
}
