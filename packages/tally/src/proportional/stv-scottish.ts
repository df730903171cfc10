import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import type { Profile } from '../ranked/profile.js';
import { lotPlaces } from '../ties/lots.js';
import { Papers, decimalText } from './papers.js';

/** One stage; decimal text with five places. votes + nontransferable + lostFractions are the valid papers, in every stage. */
export interface ScottishStage {
  readonly action: string;
  readonly votes: Record<string, string>;
  /** papers that have run out */
  readonly nontransferable: string;
  /** what truncation has cut off transfer values so far */
  readonly lostFractions: string;
  readonly elected?: readonly string[];
  /** elected because as many continue as places are left */
  readonly electedWithoutQuota?: readonly string[];
  /** a tie that had to be broken in this stage, and by what */
  readonly tie?: { readonly between: readonly string[]; readonly chosen: string; readonly by: 'earlier stage' | 'lot' };
}

export interface StvScottishResult {
  readonly method: 'stv-scottish';
  readonly algorithm: Algorithm;
  readonly conventions: {
    readonly quota: 'floor(valid/(seats+1))+1'; readonly decimals: 5; readonly surplus: 'largest first, one per stage';
    readonly equalRanks: 'exhaust'; readonly ties: 'earlier stage, then first in lot order is taken';
  };
  readonly quota: number;
  readonly valid: number;
  /** in candidate order */
  readonly winners: readonly string[];
  readonly electedOrder: readonly string[];
  readonly isTied: boolean;
  readonly stages: readonly ScottishStage[];
  readonly steps: readonly ScottishStage[];
}

export const STV_SCOTTISH: Algorithm = { id: 'stv-scottish', version: 1 };

const DECIMALS = 5;
const UNIT = 10 ** DECIMALS;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Count {
  readonly papers: Papers;
  readonly quota: number;
  readonly hopeful: Uint8Array;
  readonly order: number[] = [];
  readonly stages: Mutable<ScottishStage>[] = [];
  byLot = false;
  private readonly history: Float64Array[] = [];
  private readonly pending: number[] = [];
  private readonly place: readonly number[];

  constructor(readonly profile: Profile, readonly seats: number, lots?: readonly string[]) {
    this.papers = new Papers(profile, UNIT);
    this.quota = Math.floor(this.papers.valid / (seats + 1)) + 1;
    this.hopeful = new Uint8Array(profile.options.length).fill(1);
    this.place = lotPlaces(profile.options, lots);
  }

  private names(indexes: readonly number[]): string[] {
    return indexes.map((o) => this.profile.options[o]!);
  }
  private left(): number[] {
    return [...this.hopeful.keys()].filter((o) => this.hopeful[o] === 1);
  }

  run(): void {
    this.closeStage('first preferences', undefined);
    while (this.order.length < this.seats) {
      const left = this.left();
      if (left.length <= this.seats - this.order.length) {
        this.electRest(left);
        return;
      }
      if (this.pending.length > 0) this.transferSurplus();
      else this.exclude(left);
    }
  }

  private electRest(left: readonly number[]): void {
    const sorted = this.byVotes(left);
    this.order.push(...sorted);
    if (sorted.length > 0) this.stages.at(-1)!.electedWithoutQuota = this.names(sorted);
  }

  private transferSurplus(): void {
    const votes = this.papers.votes;
    const most = Math.max(...this.pending.map((o) => votes[o]!));
    const { chosen, tie } = this.choose(this.pending.filter((o) => votes[o] === most), 'highest');
    this.pending.splice(this.pending.indexOf(chosen), 1);
    const quota = this.quota * UNIT;
    const before = votes[chosen]!;
    if (before > quota) this.papers.move(chosen, this.hopeful, before - quota, before);
    votes[chosen] = quota;
    this.closeStage(`${before > quota ? 'transfer surplus of' : 'no surplus for'} ${this.profile.options[chosen]!}`, tie);
  }

  private exclude(left: readonly number[]): void {
    const votes = this.papers.votes;
    const least = Math.min(...left.map((o) => votes[o]!));
    const { chosen, tie } = this.choose(left.filter((o) => votes[o] === least), 'lowest');
    this.hopeful[chosen] = 0;
    votes[chosen] = 0;
    this.papers.move(chosen, this.hopeful, 1, 1);
    this.closeStage(`exclude ${this.profile.options[chosen]!}`, tie);
  }

  /** Ties: the most recent earlier stage at which they differed, then the lot: the first one drawn is taken. */
  private choose(tied: readonly number[], want: 'highest' | 'lowest'): { chosen: number; tie: ScottishStage['tie'] } {
    if (tied.length === 1) return { chosen: tied[0]!, tie: undefined };
    let rest = [...tied];
    for (let s = this.history.length - 2; s >= 0 && rest.length > 1; s--) {
      const at = rest.map((o) => this.history[s]![o]!);
      const wanted = want === 'highest' ? Math.max(...at) : Math.min(...at);
      rest = rest.filter((o) => this.history[s]![o] === wanted);
    }
    const by = rest.length > 1 ? 'lot' : 'earlier stage';
    if (by === 'lot') this.byLot = true;
    const chosen = rest.reduce((a, b) => (this.place[b]! < this.place[a]! ? b : a));
    return { chosen, tie: { between: this.names(tied), chosen: this.profile.options[chosen]!, by } };
  }

  private byVotes(list: readonly number[]): number[] {
    const votes = this.papers.votes;
    return [...list].sort((a, b) => votes[b]! - votes[a]! || this.place[a]! - this.place[b]!);
  }

  private closeStage(action: string, tie: ScottishStage['tie']): void {
    const votes = this.papers.votes;
    const elected = this.byVotes(this.left().filter((o) => votes[o]! >= this.quota * UNIT));
    for (const o of elected) this.hopeful[o] = 0;
    this.order.push(...elected);
    this.pending.push(...elected);
    this.history.push(votes.slice());
    const sum = votes.reduce((a, b) => a + b, 0);
    this.stages.push({
      action,
      votes: Object.fromEntries(this.profile.options.map((o, i) => [o, decimalText(votes[i]!, DECIMALS)])),
      nontransferable: decimalText(this.papers.exhausted, DECIMALS),
      lostFractions: decimalText(this.papers.valid * UNIT - sum - this.papers.exhausted, DECIMALS),
      ...(elected.length > 0 ? { elected: this.names(elected) } : {}),
      ...(tie === undefined ? {} : { tie }),
    });
  }
}

/** Throws `TallyInputError` unless `seats` is a whole number from 1 to the number of candidates. */
export function checkSeats(seats: number, options: readonly string[]): void {
  if (wholeNumber(seats, 'seats') < 1 || seats > options.length) {
    throw new TallyInputError('seats.range', `seats: expected 1 to ${options.length}, found ${seats}`, { path: 'seats' });
  }
}

/** STV by the Scottish Local Government Elections Order 2007, rules 45–52 (weighted inclusive Gregory, 5 decimals, truncated). */
export function stvScottish(profile: Profile, { seats, lots }: { seats: number; lots?: readonly string[] }): StvScottishResult {
  checkSeats(seats, profile.options);
  const count = new Count(profile, seats, lots);
  count.run();
  const { stages, order } = count;
  return {
    method: 'stv-scottish', algorithm: STV_SCOTTISH,
    conventions: {
      quota: 'floor(valid/(seats+1))+1', decimals: DECIMALS, surplus: 'largest first, one per stage', equalRanks: 'exhaust',
      ties: 'earlier stage, then first in lot order is taken',
    },
    quota: count.quota, valid: count.papers.valid, winners: [...order].sort((a, b) => a - b).map((o) => profile.options[o]!),
    electedOrder: order.map((o) => profile.options[o]!), isTied: count.byLot, stages, steps: stages,
  };
}
