import type { Algorithm } from '../algorithm.js';
import type { Profile } from '../ranked/profile.js';
import { lotPlaces } from '../ties/lots.js';
import { Papers } from './papers.js';
import { checkSeats } from './stv-scottish.js';

export interface WigmRound {
  readonly step: 'round';
  /** votes of continuing and elected candidates; exact decimals of the rule */
  readonly tallies: Record<string, number>;
  readonly eliminated: readonly string[];
  readonly elected: readonly string[];
  readonly threshold: number;
  readonly nontransferable: number;
}

export interface StvWigmResult {
  readonly method: 'stv-wigm';
  readonly algorithm: Algorithm;
  readonly conventions: {
    readonly quota: 'floor(valid/(seats+1))+1'; readonly decimals: number; readonly surplus: 'all of a round together';
    readonly equalRanks: 'exhaust'; readonly ties: 'first in lot order goes';
  };
  readonly quota: number;
  readonly valid: number;
  /** in the order of election */
  readonly winners: readonly string[];
  readonly electedOrder: readonly string[];
  readonly isTied: boolean;
  readonly rounds: readonly WigmRound[];
  readonly steps: readonly WigmRound[];
}

export interface WigmOptions {
  readonly seats: number;
  readonly lots?: readonly string[];
  /** places kept of a transfer value; 4 where absent */
  readonly decimals?: number;
  /** eliminated before anybody else, when they have votes (collective write-ins) */
  readonly first?: readonly string[];
}

export const STV_WIGM: Algorithm = { id: 'stv-wigm', version: 1 };

class Count {
  readonly rounds: WigmRound[] = [];
  readonly order: number[] = [];
  readonly papers: Papers;
  readonly quota: number;
  byLot = false;
  private readonly hopeful: Uint8Array;
  private readonly gone: Uint8Array;
  private readonly unit: number;
  private readonly place: readonly number[];
  private readonly first: ReadonlySet<string>;

  constructor(private readonly profile: Profile, private readonly options: WigmOptions) {
    this.unit = 10 ** (options.decimals ?? 4);
    this.papers = new Papers(profile, this.unit);
    this.quota = Math.floor(this.papers.valid / (options.seats + 1)) + 1;
    this.hopeful = new Uint8Array(profile.options.length).fill(1);
    this.gone = new Uint8Array(profile.options.length);
    this.place = lotPlaces(profile.options, options.lots);
    this.first = new Set(options.first ?? []);
  }

  private close(elected: readonly number[], eliminated: readonly number[]): void {
    const { votes, valid } = this.papers;
    const names = (list: readonly number[]): string[] => list.map((o) => this.profile.options[o]!);
    const standing = this.profile.options.map((_, o) => o).filter((o) => this.gone[o] === 0);
    const sum = standing.reduce((s, o) => s + votes[o]!, 0);
    this.rounds.push({
      step: 'round', tallies: Object.fromEntries(standing.map((o) => [this.profile.options[o]!, votes[o]! / this.unit])),
      eliminated: names(eliminated), elected: names(elected), threshold: this.quota, nontransferable: (valid * this.unit - sum) / this.unit,
    });
  }

  run(): void {
    const { votes } = this.papers;
    const quota = this.quota * this.unit;
    while (this.order.length < this.options.seats) {
      const left = [...this.hopeful.keys()].filter((o) => this.hopeful[o] === 1);
      const places = this.options.seats - this.order.length;
      const byVotes = [...left].sort((a, b) => votes[b]! - votes[a]! || this.place[a]! - this.place[b]!);
      const elected = left.length <= places ? byVotes : byVotes.filter((o) => votes[o]! >= quota);
      if (elected.length === 0) {
        this.eliminate(left);
        continue;
      }
      this.close(elected, []);
      this.order.push(...elected);
      for (const o of elected) this.hopeful[o] = 0;
      for (const o of elected) this.passSurplus(o, quota);
    }
    this.close([], []);
  }

  private passSurplus(o: number, quota: number): void {
    const { votes } = this.papers;
    const before = votes[o]!;
    if (before <= quota) return;
    this.papers.move(o, this.hopeful, before - quota, before);
    votes[o] = quota;
  }

  private eliminate(left: readonly number[]): void {
    const { votes } = this.papers;
    const early = left.filter((o) => this.first.has(this.profile.options[o]!) && votes[o]! > 0);
    const pool = early.length > 0 ? early : left;
    const least = Math.min(...pool.map((o) => votes[o]!));
    const tied = pool.filter((o) => votes[o] === least);
    if (tied.length > 1) this.byLot = true;
    const out = tied.reduce((a, b) => (this.place[b]! < this.place[a]! ? b : a));
    this.close([], [out]);
    this.hopeful[out] = 0;
    this.gone[out] = 1;
    votes[out] = 0;
    this.papers.move(out, this.hopeful, 1, 1);
  }
}

/** STV by weighted inclusive Gregory: all surpluses of a round pass together, values cut to `decimals` places. */
export function stvWigm(profile: Profile, options: WigmOptions): StvWigmResult {
  checkSeats(options.seats, profile.options);
  const count = new Count(profile, options);
  count.run();
  const names = count.order.map((o) => profile.options[o]!);
  return {
    method: 'stv-wigm', algorithm: STV_WIGM,
    conventions: { quota: 'floor(valid/(seats+1))+1', decimals: options.decimals ?? 4, surplus: 'all of a round together', equalRanks: 'exhaust', ties: 'first in lot order goes' },
    quota: count.quota, valid: count.papers.valid, winners: names, electedOrder: names, isTied: count.byLot, rounds: count.rounds, steps: count.rounds,
  };
}
