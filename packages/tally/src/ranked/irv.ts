import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import { lotPlaces } from '../ties/lots.js';
import { Piles, makeCounter, type Counter, type EqualRanks } from './irv-tally.js';
import type { Profile } from './profile.js';

/** `continuing`: more than half of the votes still in the count. `all`: of all ballots that rank anybody. `none`: count on to two. */
export type IrvMajority = 'continuing' | 'all' | 'none';

export interface IrvRound {
  readonly step: 'round';
  readonly tallies: Record<string, number>;
  /** null in the last round */
  readonly eliminated: readonly string[] | null;
  readonly continuing: number;
  readonly exhausted: number;
  /** candidates who were equally low, when the lot decided between them */
  readonly tiedLowest?: readonly string[];
}

export interface IrvResult {
  readonly method: 'irv';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly majority: IrvMajority; readonly unranked: 'exhaust'; readonly equalRanks: EqualRanks; readonly eliminate: 'one at a time'; readonly ties: 'last in lot order goes' };
  /** null when elimination ties leave several possible winners */
  readonly winners: readonly string[] | null;
  readonly isTied: boolean;
  /** over every order of elimination ties */
  readonly possibleWinners: readonly string[];
  /** the winner of `rounds`, in which the lot decides elimination ties: the last one drawn goes */
  readonly winnerByLot: string;
  readonly rounds: readonly IrvRound[];
  readonly blank: number;
  readonly steps: readonly IrvRound[];
}

export interface IrvOptions {
  readonly majority?: IrvMajority;
  readonly equalRanks?: EqualRanks;
  /** all candidates in the order drawn, the luckiest first (the last of the tied ones is eliminated); candidate order where absent */
  readonly lots?: readonly string[];
  /** eliminated before anybody else, when they have votes (collective write-ins) */
  readonly first?: readonly string[];
}

export const IRV: Algorithm = { id: 'irv', version: 1 };

/** States of the search for possible winners. */
const MAX_STATES = 200_000;

class Count {
  readonly counter: Counter;
  readonly valid: number;
  readonly first: ReadonlySet<number>;
  readonly place: readonly number[];

  constructor(readonly profile: Profile, readonly majority: IrvMajority, equalRanks: EqualRanks, options: IrvOptions) {
    this.counter = makeCounter(profile, equalRanks);
    this.valid = (profile.ballots - profile.blank) * this.counter.scale;
    this.first = new Set((options.first ?? []).map((o) => profile.options.indexOf(o)));
    this.place = lotPlaces(profile.options, options.lots);
  }
  /** `alive` and its sum, the leader, and the lowest that may go next. */
  look(votes: Float64Array, alive: Uint8Array): { total: number; left: number[]; stop: boolean; lowest: number[] } {
    const left: number[] = [];
    let total = 0;
    for (let o = 0; o < alive.length; o++) if (alive[o] === 1) { left.push(o); total += votes[o]!; }
    let top = 0;
    for (const o of left) top = Math.max(top, votes[o]!);
    const base = this.majority === 'all' ? this.valid : total;
    const enough = this.majority === 'none' ? left.length <= 2 && 2 * top > total : 2 * top > base;
    const early = left.filter((o) => this.first.has(o) && votes[o]! > 0);
    const pool = early.length > 0 ? early : left;
    const least = Math.min(...pool.map((o) => votes[o]!));
    return { total, left, stop: enough || left.length === 1 || total === 0, lowest: pool.filter((o) => votes[o] === least) };
  }
}

/** What the count by lot has met: its sets of standing options, and those that other lots would have led to. */
interface Met {
  readonly seen: Set<string>;
  readonly branches: Uint8Array[];
  readonly winners: Set<number>;
}

const without = (alive: Uint8Array, gone: readonly number[]): Uint8Array => {
  const out = alive.slice();
  for (const o of gone) out[o] = 0;
  return out;
};

/** Follows every other elimination order to its end, or to a set already met. Sets that fall together whatever happens go at once. */
function followBranches(count: Count, { seen, branches, winners }: Met): void {
  for (let alive = branches.pop(); alive !== undefined; alive = branches.pop()) {
    const key = alive.join('');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MAX_STATES) throw new TallyInputError('irv.too-many-orders', 'too many elimination ties to list every possible winner');
    const votes = count.counter.count(alive);
    const { left, stop, lowest } = count.look(votes, alive);
    if (stop) {
      const top = Math.max(...left.map((o) => votes[o]!));
      for (const o of left) if (votes[o] === top) winners.add(o);
      continue;
    }
    const sure = lowest.length > 1 ? safeToDrop(votes, left, count) : [];
    for (const gone of sure.length > 0 ? [sure] : lowest.map((o) => [o])) branches.push(without(alive, gone));
  }
}

/** The tied lowest, if together they have fewer votes than the next: all of them go, in whatever order. */
function safeToDrop(votes: Float64Array, left: readonly number[], count: Count): number[] {
  if (left.some((o) => count.first.has(o) && votes[o]! > 0) || count.majority !== 'continuing') return [];
  const sorted = [...left].sort((a, b) => votes[a]! - votes[b]!);
  let sum = 0;
  for (let k = 1; k < sorted.length; k++) {
    sum += votes[sorted[k - 1]!]!;
    if (sum < votes[sorted[k]!]! && votes[sorted[k]!]! > votes[sorted[0]!]!) return sorted.slice(0, k);
  }
  return [];
}

function roundOf(count: Count, votes: Float64Array, look: ReturnType<Count['look']>, out: number): IrvRound {
  const { profile: { options }, counter: { scale }, valid } = count;
  const { total, left, stop, lowest } = look;
  return {
    step: 'round', tallies: Object.fromEntries(left.map((o) => [options[o]!, votes[o]! / scale])), eliminated: stop ? null : [options[out]!],
    continuing: total / scale, exhausted: (valid - total) / scale, ...(!stop && lowest.length > 1 ? { tiedLowest: lowest.map((o) => options[o]!) } : {}),
  };
}

/** The count by lot; what other lots could lead to is noted in `met`. */
function runRounds(count: Count, met: Met): { rounds: IrvRound[]; winner: number } {
  const { profile, counter, place } = count;
  const alive = new Uint8Array(profile.options.length).fill(1);
  const piles = profile.tied === null ? new Piles(profile) : null;
  const rounds: IrvRound[] = [];
  for (;;) {
    const votes = piles?.votes ?? counter.count(alive);
    const look = count.look(votes, alive);
    const { left, stop, lowest } = look;
    const out = lowest.reduce((a, b) => (place[b]! > place[a]! ? b : a));
    rounds.push(roundOf(count, votes, look, out));
    met.seen.add(alive.join(''));
    if (stop) {
      const winner = left.reduce((a, b) => (votes[b]! > votes[a]! || (votes[b] === votes[a] && place[b]! < place[a]!) ? b : a));
      for (const o of left) if (votes[o] === votes[winner]) met.winners.add(o);
      return { rounds, winner };
    }
    if (lowest.length > 1 && safeToDrop(votes, left, count).length === 0) met.branches.push(...lowest.filter((o) => o !== out).map((o) => without(alive, [o])));
    alive[out] = 0;
    piles?.drop(out, alive);
  }
}

/**
 * Instant runoff: the lowest goes, one at a time, until somebody has a majority. Unranked = exhausted.
 * Blank and exhausted ballots are counted apart. Ties of elimination are followed in every order for
 * `possibleWinners`; `rounds` shows the order that the lot gives.
 */
export function irv(profile: Profile, options: IrvOptions = {}): IrvResult {
  const { majority = 'continuing', equalRanks = 'split' } = options;
  const count = new Count(profile, majority, equalRanks, options);
  const met: Met = { seen: new Set(), branches: [], winners: new Set() };
  const { rounds, winner } = runRounds(count, met);
  followBranches(count, met);
  const names = profile.options.filter((_, o) => met.winners.has(o));
  return {
    method: 'irv', algorithm: IRV, conventions: { majority, unranked: 'exhaust', equalRanks, eliminate: 'one at a time', ties: 'last in lot order goes' },
    winners: names.length === 1 ? names : null, isTied: names.length > 1, possibleWinners: names, winnerByLot: profile.options[winner]!,
    rounds, blank: profile.blank, steps: rounds,
  };
}
