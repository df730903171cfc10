import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import { ZERO, compare, div, min, ratio, sub, toText, whole, type Rational } from '../exact/rational.js';
import { approvalCounts, type ApprovalProfile } from '../single/ballots.js';
import { lotPlaces } from '../ties/lots.js';
import { checkSeats } from './stv-scottish.js';

export type CommitteeCompletion = 'seq-phragmen' | 'approval-count' | 'none';

/** One seat given. `phase` 1 = bought by equal shares, 2 = completion. Fractions as text, exact. */
export interface CommitteeStep {
  readonly step: 'seat';
  readonly phase: 1 | 2;
  readonly add: string;
  /** equal shares: what each paying supporter pays at most */
  readonly perVoter?: string;
  /** equal shares: the smallest purse left among the supporters who pay the full price; absent when all are emptied */
  readonly leftForPayers?: string;
  /** Phragmén: the load that the supporters now carry */
  readonly maxLoad?: string;
  readonly approvals?: number;
  readonly tiedWith?: readonly string[];
}

export interface CommitteeResult {
  readonly method: 'approval-topk' | 'seq-phragmen' | 'mes';
  readonly algorithm: Algorithm;
  readonly conventions: Readonly<Record<string, string>>;
  readonly seats: number;
  /** every committee that some order of ties gives, each in candidate order */
  readonly committees: readonly (readonly string[])[];
  readonly count: number;
  /** the one that the lot order gives, in the order of its steps */
  readonly committee: readonly string[];
  readonly winners: readonly string[];
  readonly isTied: boolean;
  /** equal shares: what each voter starts with */
  readonly startBudget?: string;
  readonly steps: readonly CommitteeStep[];
}

export const APPROVAL_TOPK: Algorithm = { id: 'approval-topk', version: 1 };
export const SEQ_PHRAGMEN: Algorithm = { id: 'seq-phragmen', version: 1 };
export const MES: Algorithm = { id: 'mes', version: 1 };

const MAX_STATES = 100_000;

/** Purse (equal shares) or minus load (Phragmén) of every class of voters, and who is in. */
interface State {
  readonly money: readonly Rational[];
  readonly chosen: readonly number[];
  readonly phase: 1 | 2;
}
interface Move {
  readonly option: number;
  readonly next: State;
  readonly note: Omit<CommitteeStep, 'step' | 'add' | 'tiedWith'>;
}
/** The equally good next seats; none = finished. A rule may change phase by itself. */
type Rule = (s: State) => Move[];

const stateKey = (s: State): string => `${s.phase};${[...s.chosen].sort((a, b) => a - b).join()};${s.money.map(toText).join()}`;

class Committee {
  readonly place: readonly number[];
  readonly counts: Float64Array;

  constructor(readonly p: ApprovalProfile, readonly seats: number, lots?: readonly string[]) {
    checkSeats(seats, p.options);
    this.place = lotPlaces(p.options, lots);
    this.counts = approvalCounts(p);
  }

  open(s: State): number[] {
    return s.chosen.length >= this.seats ? [] : this.p.options.map((_, o) => o).filter((o) => !s.chosen.includes(o));
  }
  supporters(o: number): number[] {
    return this.p.classes.flatMap((c, i) => (c.approves.includes(o) ? [i] : []));
  }
  take(s: State, o: number, money: readonly Rational[], note: Move['note']): Move {
    return { option: o, next: { money, chosen: [...s.chosen, o], phase: note.phase }, note };
  }

  /** Most approvals of those left. */
  byApprovals(s: State): Move[] {
    const open = this.open(s);
    const most = Math.max(...open.map((o) => this.counts[o]!));
    return open.filter((o) => this.counts[o] === most).map((o) => this.take(s, o, s.money, { phase: 2, approvals: most }));
  }

  /** The smallest new load (1 − Σ money) / supporters; options without supporters only when nothing else is left. */
  byLoad(s: State): Move[] {
    const open = this.open(s);
    const loads = open.map((o) => {
      const who = this.supporters(o);
      const sum = who.reduce((t, i) => sub(t, mulWhole(s.money[i]!, this.p.classes[i]!.voters)), whole(1));
      return this.counts[o] === 0 ? null : { who, load: div(sum, whole(this.counts[o]!)) };
    });
    const least = loads.reduce<Rational | null>((m, l) => (l === null || (m !== null && compare(m, l.load) <= 0) ? m : l.load), null);
    return open.flatMap((o, k) => {
      const l = loads[k]!;
      if (least === null) return [this.take(s, o, s.money, { phase: 2 })];
      if (l === null || compare(l.load, least) !== 0) return [];
      const carried = sub(ZERO, least);
      return [this.take(s, o, s.money.map((m, i) => (l.who.includes(i) ? carried : m)), { phase: 2, maxLoad: toText(least) })];
    });
  }

  /** The options that cost their supporters least per head, of those whose supporters can pay one unit together. */
  byPrice(s: State): Move[] {
    const priced = this.open(s).flatMap((o) => {
      const price = this.price(s, o);
      return price === null ? [] : [{ o, price }];
    });
    const least = priced.reduce<Rational | null>((m, x) => (m === null || compare(x.price, m) < 0 ? x.price : m), null);
    return priced.filter((x) => compare(x.price, least!) === 0).map(({ o }) => {
      const who = this.supporters(o);
      const money = s.money.map((m, i) => (who.includes(i) ? sub(m, min(m, least!)) : m));
      const full = who.filter((i) => compare(s.money[i]!, least!) >= 0).map((i) => money[i]!);
      const left = full.reduce((a, b) => min(a, b));
      return this.take(s, o, money, { phase: 1, perVoter: toText(least!), leftForPayers: toText(left) });
    });
  }

  private price(s: State, o: number): Rational | null {
    const who = this.supporters(o).sort((a, b) => compare(s.money[a]!, s.money[b]!));
    let missing = whole(1);
    let heads = this.counts[o]!;
    for (const i of who) {
      const each = div(missing, whole(heads));
      if (compare(each, s.money[i]!) <= 0) return each;
      missing = sub(missing, mulWhole(s.money[i]!, this.p.classes[i]!.voters));
      heads -= this.p.classes[i]!.voters;
    }
    return null;
  }

  /** All committees over every tie, and the one of the lot. */
  solve(start: State, rule: Rule): { committees: string[][]; path: CommitteeStep[]; chosen: number[] } {
    const found = new Map<string, number[]>();
    const seen = new Set<string>();
    const visit = (s: State): void => {
      const key = stateKey(s);
      if (seen.has(key)) return;
      seen.add(key);
      if (seen.size > MAX_STATES) throw new TallyInputError('committee.too-many-ties', 'too many ties to list every committee');
      const moves = rule(s);
      const sorted = [...s.chosen].sort((a, b) => a - b);
      if (moves.length === 0) found.set(sorted.join(), sorted);
      for (const m of moves) visit(m.next);
    };
    visit(start);
    const { path, chosen } = this.follow(start, rule);
    const committees = [...found.values()].sort(byIndexes).map((c) => c.map((o) => this.p.options[o]!));
    return { committees, path, chosen };
  }

  /** The first of `moves` in the order of the lot. */
  byLot(moves: readonly Move[]): Move {
    return moves.reduce((a, b) => (this.place[b.option]! < this.place[a.option]! ? b : a));
  }

  /** One committee, seat by seat; `pick` chooses among equally good moves, `null` stops. */
  follow(start: State, rule: Rule, pick: (moves: readonly Move[]) => Move | null = (moves) => this.byLot(moves)): { path: CommitteeStep[]; chosen: number[] } {
    const path: CommitteeStep[] = [];
    let s = start;
    for (let moves = rule(s); moves.length > 0; moves = rule(s)) {
      const best = pick(moves);
      if (best === null) break;
      const others = moves.filter((m) => m !== best).map((m) => this.p.options[m.option]!);
      path.push({ step: 'seat', add: this.p.options[best.option]!, ...best.note, ...(others.length > 0 ? { tiedWith: others } : {}) });
      s = best.next;
    }
    return { path, chosen: [...s.chosen] };
  }
}

const mulWhole = (r: Rational, n: number): Rational => ratio(r.num * BigInt(n), r.den);

function byIndexes(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((x, i) => x !== b[i]);
  return k < 0 ? a.length - b.length : b[k] === undefined ? 1 : a[k]! - b[k]!;
}

function result(head: Pick<CommitteeResult, 'method' | 'algorithm' | 'conventions'>, c: Committee, start: State, rule: Rule): CommitteeResult {
  const { committees, path, chosen } = c.solve(start, rule);
  return {
    ...head, seats: c.seats, committees, count: committees.length, committee: chosen.map((o) => c.p.options[o]!),
    winners: [...chosen].sort((a, b) => a - b).map((o) => c.p.options[o]!), isTied: committees.length > 1, steps: path,
  };
}

const even = (p: ApprovalProfile, each: Rational, phase: 1 | 2): State => ({ money: p.classes.map(() => each), chosen: [], phase });

/** The k candidates with most approvals; every such set when the cut is tied. */
export function approvalTopK(p: ApprovalProfile, { seats, lots }: { seats: number; lots?: readonly string[] }): CommitteeResult {
  const c = new Committee(p, seats, lots);
  return result({ method: 'approval-topk', algorithm: APPROVAL_TOPK, conventions: { ties: 'all committees; committee by lot order' } }, c, even(p, ZERO, 2), (s) => c.byApprovals(s));
}

/** Sequential Phragmén, exact: each seat goes where it makes the largest load smallest. */
export function seqPhragmen(p: ApprovalProfile, { seats, lots }: { seats: number; lots?: readonly string[] }): CommitteeResult {
  const c = new Committee(p, seats, lots);
  return result({ method: 'seq-phragmen', algorithm: SEQ_PHRAGMEN, conventions: { ties: 'all committees; committee by lot order' } }, c, even(p, ZERO, 2), (s) => c.byLoad(s));
}

/**
 * Method of Equal Shares for committees: unit prices, seats/voters each, utility 1 per member. The completion fills what
 * the shares leave empty: Phragmén starting from the money left (as negative load), most approvals, or nothing.
 */
export function mes(p: ApprovalProfile, { seats, lots, completion = 'seq-phragmen' }: { seats: number; lots?: readonly string[]; completion?: CommitteeCompletion }): CommitteeResult {
  const c = new Committee(p, seats, lots);
  const { share, rule } = sharesOf(c, completion);
  const conventions = { utility: 'cardinality', completion, ties: 'all committees; committee by lot order' };
  return { ...result({ method: 'mes', algorithm: MES, conventions }, c, even(p, share, 1), rule), startBudget: toText(share) };
}

function sharesOf(c: Committee, completion: CommitteeCompletion): { share: Rational; rule: Rule } {
  const share = c.p.voters === 0 ? ZERO : ratio(BigInt(c.seats), BigInt(c.p.voters));
  const rule: Rule = (s) => {
    const bought = s.phase === 1 ? c.byPrice(s) : [];
    if (bought.length > 0 || completion === 'none') return bought;
    return completion === 'seq-phragmen' ? c.byLoad(s) : c.byApprovals(s);
  };
  return { share, rule };
}

/**
 * The Method of Equal Shares with Phragmén completion, one committee only: `pick` is asked whenever more than one option is equally
 * good, and `null` stops there. An option that nobody supports is never taken. Nothing is listed, so ties cost no time.
 */
export function mesPath(p: ApprovalProfile, seats: number, pick: (tied: readonly string[]) => string | null): { steps: CommitteeStep[]; startBudget: string } {
  const c = new Committee(p, seats);
  const { share, rule } = sharesOf(c, 'seq-phragmen');
  const supported: Rule = (s) => rule(s).filter(({ option }) => c.counts[option]! > 0);
  const { path } = c.follow(even(p, share, 1), supported, (moves) => {
    if (moves.length === 1) return moves[0]!;
    const chosen = pick(moves.map(({ option }) => p.options[option]!));
    return moves.find(({ option }) => p.options[option] === chosen) ?? null;
  });
  return { steps: path, startBudget: toText(share) };
}
