import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import type { Profile } from '../ranked/profile.js';
import { lotPlaces } from '../ties/lots.js';
import { meekBallots, spread, type MeekBallots, type MeekEqualRanks } from './meek-ballots.js';
import { decimalText } from './papers.js';
import { checkSeats } from './stv-scottish.js';

/** The state when somebody was excluded: votes of everybody who has any, nine decimals as text. */
export interface MeekExclusion {
  readonly step: 'exclude';
  readonly excluded: string;
  readonly quota: string;
  readonly votes: Record<string, string>;
  readonly keepFactors: Record<string, string>;
  readonly surplus: string;
  /** candidates within the lowest plus the surplus: they count as tied and the lot decides */
  readonly tiedWith?: readonly string[];
}
export interface MeekElection {
  readonly step: 'elect';
  readonly elected: readonly string[];
  readonly quota: string;
  readonly votes: Record<string, string>;
  readonly iterations: number;
}

export interface StvMeekResult {
  readonly method: 'stv-meek';
  readonly algorithm: Algorithm;
  readonly conventions: {
    readonly quota: 'sum(votes)/(seats+1) truncated + 0.000000001, every iteration'; readonly decimals: 9; readonly omega: '0.000001';
    readonly equalRanks: MeekEqualRanks; readonly ties: 'first in lot order goes';
  };
  readonly winners: readonly string[];
  readonly electedOrder: readonly string[];
  readonly isTied: boolean;
  readonly initialQuota: string;
  readonly exclusions: readonly MeekExclusion[];
  readonly finalVotes: Record<string, string>;
  readonly iterations: number;
  readonly steps: readonly (MeekExclusion | MeekElection)[];
}

export const STV_MEEK: Algorithm = { id: 'stv-meek', version: 1 };

const DECIMALS = 9;
const UNIT = 1e9;
const OMEGA = 1000; // 0.000001
/** A safety net: each iteration either converges or lowers the surplus. */
const MAX_ITERATIONS = 100_000;

type State = 'hopeful' | 'elected' | 'out';

/** ceil(ceil(factor · quota) / votes) in units of 10^-9. */
function newKeepFactor(factor: number, quota: number, votes: number): number {
  const unit = BigInt(UNIT);
  const up = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
  return Number(up(up(BigInt(factor) * BigInt(quota), unit) * unit, BigInt(votes)));
}

class Count {
  readonly keep: Float64Array;
  readonly state: State[];
  readonly order: number[] = [];
  readonly steps: (MeekExclusion | MeekElection)[] = [];
  votes: Float64Array;
  finalVotes: Float64Array = new Float64Array(0);
  quota = 0;
  initialQuota = 0;
  surplus = 0;
  iterations = 0;
  byLot = false;
  /** somebody was elected after the keep factors were last set */
  private isStale = false;
  private readonly place: readonly number[];

  constructor(readonly profile: Profile, readonly seats: number, readonly ballots: MeekBallots, lots?: readonly string[]) {
    this.keep = new Float64Array(profile.options.length).fill(UNIT);
    this.state = profile.options.map(() => 'hopeful');
    this.votes = new Float64Array(profile.options.length);
    this.place = lotPlaces(profile.options, lots);
  }

  in(...states: State[]): number[] {
    return [...this.state.keys()].filter((o) => states.includes(this.state[o]!));
  }
  table(values: Float64Array, of: readonly number[]): Record<string, string> {
    return Object.fromEntries(of.map((o) => [this.profile.options[o]!, decimalText(values[o]!, DECIMALS)]));
  }

  run(): void {
    for (;;) {
      const hopeful = this.in('hopeful');
      if (this.order.length >= this.seats || hopeful.length + this.order.length <= this.seats) break;
      if (!this.iterate()) this.exclude();
    }
    if (this.iterations === 0) this.distribute();
    const rest = this.order.length < this.seats ? this.byVotes(this.in('hopeful')) : [];
    this.order.push(...rest);
    for (const o of this.state.keys()) if (!this.order.includes(o)) this.keep[o] = 0;
    this.finalVotes = spread(this.ballots, this.keep);
  }

  private byVotes(list: readonly number[]): number[] {
    return [...list].sort((a, b) => this.votes[b]! - this.votes[a]! || this.place[a]! - this.place[b]!);
  }

  private distribute(): void {
    this.votes = spread(this.ballots, this.keep);
    this.quota = Math.floor(this.votes.reduce((a, b) => a + b, 0) / (this.seats + 1)) + 1;
    if (this.iterations++ === 0) this.initialQuota = this.quota;
    if (this.iterations > MAX_ITERATIONS) throw new TallyInputError('meek.no-convergence', 'the count does not converge');
  }

  /** Iterates to a new election (true) or to convergence (false). */
  private iterate(): boolean {
    if (this.isStale) this.newFactors(this.order);
    for (let before = Infinity; ;) {
      this.distribute();
      // Only the rounding of shared places can let one more reach the quota than there are seats.
      const reach = this.byVotes(this.in('hopeful').filter((o) => this.votes[o]! >= this.quota));
      const elected = reach.slice(0, this.seats - this.order.length);
      if (elected.length < reach.length) this.byLot = true;
      for (const o of elected) this.state[o] = 'elected';
      this.order.push(...elected);
      const winners = this.in('elected');
      this.surplus = Math.max(0, winners.reduce((s, o) => s + this.votes[o]! - this.quota, 0));
      if (elected.length > 0) {
        this.steps.push({
          step: 'elect', elected: elected.map((o) => this.profile.options[o]!), quota: decimalText(this.quota, DECIMALS),
          votes: this.table(this.votes, this.in('hopeful', 'elected')), iterations: this.iterations,
        });
        this.isStale = true;
        return true;
      }
      if (this.surplus < OMEGA || this.surplus >= before) return false;
      before = this.surplus;
      this.newFactors(winners);
    }
  }

  private newFactors(winners: readonly number[]): void {
    this.isStale = false;
    for (const o of winners) this.keep[o] = newKeepFactor(this.keep[o]!, this.quota, this.votes[o]!);
  }

  private exclude(): void {
    const hopeful = this.in('hopeful');
    const least = Math.min(...hopeful.map((o) => this.votes[o]!));
    const tied = hopeful.filter((o) => this.votes[o]! <= least + this.surplus);
    if (tied.length > 1) this.byLot = true;
    const out = tied.reduce((a, b) => (this.place[b]! < this.place[a]! ? b : a));
    const standing = this.in('hopeful', 'elected');
    const voted = standing.filter((o) => this.votes[o]! > 0);
    this.steps.push({
      step: 'exclude', excluded: this.profile.options[out]!, quota: decimalText(this.quota, DECIMALS), votes: this.table(this.votes, voted),
      keepFactors: this.table(this.keep, standing), surplus: decimalText(this.surplus, DECIMALS),
      ...(tied.length > 1 ? { tiedWith: tied.filter((o) => o !== out).map((o) => this.profile.options[o]!) } : {}),
    });
    this.state[out] = 'out';
    this.keep[out] = 0;
    this.votes[out] = 0;
  }
}

/**
 * STV by Meek's method, the reference rule of the Proportional Representation Foundation: nine decimals, kept parts and
 * keep factors rounded up, quota recomputed in every iteration. Throws `TallyInputError` above nine million voters.
 */
export function stvMeek(profile: Profile, { seats, lots, equalRanks = 'split' }: { seats: number; lots?: readonly string[]; equalRanks?: MeekEqualRanks }): StvMeekResult {
  checkSeats(seats, profile.options);
  if (profile.ballots > 9_000_000) throw new TallyInputError('meek.too-many-ballots', 'Meek counts at most 9,000,000 ballots exactly');
  const count = new Count(profile, seats, meekBallots(profile, equalRanks), lots);
  count.run();
  const everyone = profile.options.map((_, o) => o);
  return {
    method: 'stv-meek', algorithm: STV_MEEK,
    conventions: { quota: 'sum(votes)/(seats+1) truncated + 0.000000001, every iteration', decimals: DECIMALS, omega: '0.000001', equalRanks, ties: 'first in lot order goes' },
    winners: [...count.order].sort((a, b) => a - b).map((o) => profile.options[o]!), electedOrder: count.order.map((o) => profile.options[o]!),
    isTied: count.byLot, initialQuota: decimalText(count.initialQuota, DECIMALS),
    exclusions: count.steps.filter((s) => s.step === 'exclude'), finalVotes: count.table(count.finalVotes, everyone), iterations: count.iterations, steps: count.steps,
  };
}
