import type { Algorithm } from '../algorithm.js';
import { compare, ratio, toFraction, type Fraction, type Rational } from '../exact/rational.js';
import { mesPath, type CommitteeStep } from '../proportional/committees.js';
import { makeApprovalProfile, type ApprovalProfile } from '../single/ballots.js';
import type { Ranking } from './order.js';
import type { RankedBallot } from './profile.js';

export const SHORTLIST: Algorithm = { id: 'shortlist-mes', version: 1 };

/** What told equally good options apart, in the order asked (the published tie policy). */
export type ShortlistTie = 'groups-in-favour' | 'weakest-group-share' | 'ranking' | 'any-order' | 'lot';

/** One place given. `by`: the rule of the tie policy that chose among `add` and `tiedWith`. */
export interface ShortlistStep extends CommitteeStep {
  readonly by?: ShortlistTie;
}

export interface ShortlistResult {
  readonly method: 'shortlist';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly supports: 'first-places'; readonly completion: 'seq-phragmen'; readonly ties: readonly ShortlistTie[] };
  /** places to give: never more than options */
  readonly seats: number;
  /** ballots that support the option: those that have it among their first `seats` places */
  readonly supporters: Readonly<Record<string, number>>;
  /** groups in which more than half of the ballots support it */
  readonly groupsInFavour: Readonly<Record<string, number>>;
  /** supporters / ballots in the group where that is least, of the groups that voted; 0/1 where none did */
  readonly weakestShare: Readonly<Record<string, Fraction>>;
  readonly startBudget: string;
  readonly steps: readonly ShortlistStep[];
  /** in the order of the steps; fewer than `seats` where no further option has a supporter, or where the lot must decide first */
  readonly selected: readonly string[];
  /** the options among which a lot has to decide before the list can go on; `null`: it is complete */
  readonly needsLot: readonly string[] | null;
}

export interface ShortlistInput {
  readonly options: readonly string[];
  readonly ballots: readonly RankedBallot[];
  readonly groups: readonly string[];
  /** the overall result: a higher place goes before a lower one where nothing else tells options apart */
  readonly ranking: Ranking;
  readonly seats: number;
  /** all options, the luckiest first; without it the list stops where only a lot can go on */
  readonly lots?: readonly string[];
}

interface Standing {
  readonly inFavour: number;
  readonly weakest: Rational;
  readonly place: number;
}

const TIES: readonly ShortlistTie[] = ['groups-in-favour', 'weakest-group-share', 'ranking', 'any-order', 'lot'];

const supportsOf = (ballot: RankedBallot, seats: number): string[] => ballot.ranking.slice(0, seats).flat();

function standings({ options, ballots, groups, ranking, seats }: ShortlistInput): Map<string, Standing> {
  const size = new Map<string, number>();
  const supporters = new Map<string, number>();
  for (const ballot of ballots) {
    if (ballot.group === undefined) continue;
    const n = ballot.count ?? 1;
    size.set(ballot.group, (size.get(ballot.group) ?? 0) + n);
    for (const option of supportsOf(ballot, seats)) supporters.set(`${ballot.group} ${option}`, (supporters.get(`${ballot.group} ${option}`) ?? 0) + n);
  }
  const voted = groups.filter((group) => (size.get(group) ?? 0) > 0);
  return new Map(options.map((option) => {
    const shares = voted.map((group) => ratio(BigInt(supporters.get(`${group} ${option}`) ?? 0), BigInt(size.get(group)!)));
    const weakest = shares.reduce((a, b) => (compare(b, a) < 0 ? b : a), shares[0] ?? ratio(0n));
    return [option, { inFavour: shares.filter((share) => 2n * share.num > share.den).length, weakest, place: ranking.findIndex((layer) => layer.includes(option)) }];
  }));
}

/** The best of the tied by one rule after the other; what only a lot can tell apart is left together. */
function narrow(tied: readonly string[], of: ReadonlyMap<string, Standing>): { left: string[]; by: ShortlistTie } {
  const ways: readonly [ShortlistTie, (a: Standing, b: Standing) => number][] = [
    ['groups-in-favour', (a, b) => b.inFavour - a.inFavour], ['weakest-group-share', (a, b) => compare(b.weakest, a.weakest)], ['ranking', (a, b) => a.place - b.place],
  ];
  let left = [...tied];
  for (const [by, way] of ways) {
    const best = left.map((option) => of.get(option)!).reduce((a, b) => (way(a, b) <= 0 ? a : b));
    left = left.filter((option) => way(of.get(option)!, best) === 0);
    if (left.length === 1) return { left, by };
  }
  return { left, by: 'lot' };
}

/**
 * The run of equal shares with ties broken by the policy. Where only a lot is left, `any-order` is tried first: whichever of the tied
 * goes first, with later lots in the order of the options and in the reverse one, the same options are chosen.
 */
class Run {
  /** What was chosen at each tie so far. */
  readonly made: { option: string; by: ShortlistTie }[] = [];
  waiting: readonly string[] | null = null;

  constructor(
    private readonly profile: ApprovalProfile, private readonly seats: number, private readonly of: ReadonlyMap<string, Standing>, private readonly lots: readonly string[] | undefined,
  ) {}

  all(): { steps: CommitteeStep[]; startBudget: string } {
    return mesPath(this.profile, this.seats, (tied) => {
      const { left, by } = narrow(tied, this.of);
      if (by !== 'lot') return this.take(left[0]!, by);
      if (this.isHarmless(left)) return this.take(inOrder(this.profile.options, left)[0]!, 'any-order');
      const drawn = this.lots?.find((option) => left.includes(option));
      if (drawn !== undefined) return this.take(drawn, by);
      this.waiting = inOrder(this.profile.options, left);
      return null;
    });
  }

  private take(option: string, by: ShortlistTie): string {
    this.made.push({ option, by });
    return option;
  }

  private isHarmless(left: readonly string[]): boolean {
    if (left.length > this.seats) return false;
    const { options } = this.profile;
    const lists = left.flatMap((first) => [options, options.toReversed()].map((order) => this.ending(first, order)));
    return new Set(lists).size === 1;
  }

  /** Who is chosen when `first` is taken at this tie and later lots fall in this order. */
  private ending(first: string, order: readonly string[]): string {
    const before = [...this.made.map(({ option }) => option), first];
    const { steps } = mesPath(this.profile, this.seats, (tied) => {
      const next = before.shift();
      if (next !== undefined) return next;
      const { left } = narrow(tied, this.of);
      return order.find((option) => left.includes(option)) ?? null;
    });
    return steps.map((step) => step.add).sort().join(' ');
  }
}

const inOrder = (options: readonly string[], some: readonly string[]): string[] => options.filter((option) => some.includes(option));

/**
 * A proportional shortlist from ranked ballots: Method of Equal Shares, completed by Phragmén; a ballot supports its first `seats`
 * places. A tie is broken only where a step needs it, by the published policy; a lot only when it is given (docs/verification.md).
 * Throws `TallyInputError` for faulty ballots.
 */
export function shortlist(input: ShortlistInput): ShortlistResult {
  const { options, ballots, lots } = input;
  const seats = Math.min(input.seats, options.length);
  const of = standings({ ...input, seats });
  const profile = makeApprovalProfile(options, ballots.map((ballot) => ({ approvals: supportsOf(ballot, seats), ...(ballot.count === undefined ? {} : { count: ballot.count }) })));
  const run = new Run(profile, seats, of, lots);
  const { steps, startBudget } = run.all();
  const chosenBy = new Map(run.made.map(({ option, by }) => [option, by]));
  const record = <T>(value: (option: string) => T): Record<string, T> => Object.fromEntries(options.map((option) => [option, value(option)]));
  return {
    method: 'shortlist', algorithm: SHORTLIST, conventions: { supports: 'first-places', completion: 'seq-phragmen', ties: TIES }, seats,
    supporters: record((option) => ballots.reduce((sum, ballot) => sum + (supportsOf(ballot, seats).includes(option) ? ballot.count ?? 1 : 0), 0)),
    groupsInFavour: record((option) => of.get(option)!.inFavour), weakestShare: record((option) => toFraction(of.get(option)!.weakest)), startBudget,
    steps: steps.map((step) => { const by = chosenBy.get(step.add); return by === undefined ? step : { ...step, by }; }),
    selected: steps.map((step) => step.add), needsLot: run.waiting,
  };
}
