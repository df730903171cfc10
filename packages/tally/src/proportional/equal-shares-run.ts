import { gcd, ratio, type Rational } from '../exact/rational.js';
import type { Budget } from './budget.js';

/** Utility of a project for a voter who approves it. */
export type Utility = 'cost' | 'cardinality';

export interface Purchase {
  readonly option: number;
  /** what a supporter pays at most, in money */
  readonly price: Rational;
  readonly supporters: number;
  /** supporters (voters) whose purse is emptied by less than the price */
  readonly emptied: number;
  readonly tied: readonly number[];
}

/** Relative doubt left in a double-precision price; candidates this close are compared exactly. */
const DOUBT = 1e-9;

/**
 * One run of the Method of Equal Shares. Purses are exact: integers over one common denominator that grows with every
 * purchase. Doubles beside them only find the few projects worth an exact comparison.
 */
class Run {
  private den: bigint;
  private readonly exact: bigint[];
  private readonly rough: Float64Array;
  private readonly weight: readonly number[];
  private readonly bound: Float64Array;
  private readonly open: Set<number>;

  constructor(private readonly b: Budget, endowment: Rational, private readonly utility: Utility, private readonly who: readonly (readonly number[])[]) {
    const scaled = ratio(endowment.num * b.unit, endowment.den);
    this.den = scaled.den;
    this.weight = b.profile.classes.map((c) => c.voters);
    this.exact = b.profile.classes.map(() => scaled.num);
    this.rough = new Float64Array(this.exact.length).fill(Number(scaled.num) / Number(scaled.den));
    this.bound = Float64Array.from(b.costs, (cost, o) => this.perUtility(o, Number(cost) / b.votes[o]!) * (1 - DOUBT));
    this.open = new Set(b.costs.map((_, o) => o).filter((o) => b.votes[o]! > 0));
  }

  private perUtility(o: number, price: number): number {
    return this.utility === 'cost' ? price / Number(this.b.costs[o]!) : price;
  }

  /** Supporters by purse, and the price by doubles; null when they can surely not pay. */
  private roughPrice(o: number): number | null {
    const who = [...this.who[o]!].sort((x, y) => this.rough[x]! - this.rough[y]!);
    let missing = Number(this.b.costs[o]!);
    let heads = this.b.votes[o]!;
    for (const i of who) {
      if (missing / heads <= this.rough[i]! * (1 + DOUBT)) return missing / heads;
      missing -= this.rough[i]! * this.weight[i]!;
      heads -= this.weight[i]!;
    }
    return missing <= Number(this.b.costs[o]!) * DOUBT ? Infinity : null;
  }

  /** The exact price as num / (heads · den); null when the supporters together cannot pay. */
  private exactPrice(o: number): { num: bigint; heads: bigint } | null {
    const who = [...this.who[o]!].sort((x, y) => (this.exact[x]! < this.exact[y]! ? -1 : this.exact[x]! > this.exact[y]! ? 1 : 0));
    let num = this.b.costs[o]! * this.den;
    let heads = BigInt(this.b.votes[o]!);
    for (const i of who) {
      if (num <= this.exact[i]! * heads) return { num, heads };
      const w = BigInt(this.weight[i]!);
      num -= this.exact[i]! * w;
      heads -= w;
    }
    return null;
  }

  /** The open projects of least price per utility, exactly; all tied ones. */
  private cheapest(): { tied: number[]; price: { num: bigint; heads: bigint } } | null {
    let best = Infinity;
    const close: { o: number; rough: number }[] = [];
    for (const o of [...this.open].sort((x, y) => this.bound[x]! - this.bound[y]!)) {
      if (this.bound[o]! > best) break;
      const price = this.roughPrice(o);
      if (price === null) {
        this.open.delete(o);
        continue;
      }
      const rho = price === Infinity ? this.bound[o]! : this.perUtility(o, price);
      if (price !== Infinity) {
        this.bound[o] = Math.max(this.bound[o]!, rho * (1 - DOUBT));
        best = Math.min(best, rho * (1 + DOUBT));
      }
      close.push({ o, rough: rho * (1 - DOUBT) });
    }
    return this.exactlyCheapest(close.filter((c) => c.rough <= best).map((c) => c.o));
  }

  private exactlyCheapest(candidates: readonly number[]): ReturnType<Run['cheapest']> {
    let found: { tied: number[]; price: { num: bigint; heads: bigint } } | null = null;
    for (const o of candidates) {
      const price = this.exactPrice(o);
      if (price === null) {
        this.open.delete(o);
        continue;
      }
      const way = found === null ? -1 : this.compareRho(o, price, found.tied[0]!, found.price);
      if (way < 0) found = { tied: [o], price };
      else if (way === 0) found!.tied.push(o);
    }
    // Every close one turned out too dear: those behind them are looked at again.
    return found === null && candidates.length > 0 && this.open.size > 0 ? this.cheapest() : found;
  }

  private compareRho(a: number, x: { num: bigint; heads: bigint }, b: number, y: { num: bigint; heads: bigint }): number {
    const ua = this.utility === 'cost' ? this.b.costs[a]! : 1n;
    const ub = this.utility === 'cost' ? this.b.costs[b]! : 1n;
    const left = x.num * y.heads * ub;
    const right = y.num * x.heads * ua;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private buy(o: number): Purchase & { tied: readonly number[] } {
    const { num, heads } = this.exactPrice(o)!;
    const price = ratio(num, heads * this.den * this.b.unit);
    const g = gcd(num, heads);
    const grow = heads / g;
    const pay = num / g;
    const payers = new Set(this.who[o]!);
    let emptied = 0;
    for (let i = 0; i < this.exact.length; i++) {
      const grown = this.exact[i]! * grow;
      if (payers.has(i)) {
        if (grown < pay) emptied += this.weight[i]!;
        this.exact[i] = grown > pay ? grown - pay : 0n;
      } else this.exact[i] = grown;
    }
    this.den *= grow;
    for (const i of payers) this.rough[i] = quotient(this.exact[i]!, this.den);
    this.open.delete(o);
    return { option: o, price, supporters: this.b.votes[o]!, emptied, tied: [] };
  }

  next(choose: (tied: readonly number[]) => number): Purchase | null {
    const best = this.cheapest();
    if (best === null) return null;
    const option = best.tied.length === 1 ? best.tied[0]! : choose(best.tied);
    return { ...this.buy(option), tied: best.tied.filter((o) => o !== option) };
  }
}

/** num / den as a double with full precision, also beyond the range of doubles. */
function quotient(num: bigint, den: bigint): number {
  const SHIFT = 80n;
  const bits = den.toString(16).length * 4;
  if (bits < 900) return Number(num) / Number(den);
  const drop = BigInt(bits) - SHIFT;
  return Number(num >> drop) / Number(den >> drop);
}

/** Supporter classes of every option. */
export const supportersOf = (b: Budget): number[][] => {
  const who = b.costs.map((): number[] => []);
  b.profile.classes.forEach((c, i) => { for (const o of c.approves) who[o]!.push(i); });
  return who;
};

/** Buys until nobody can pay for anything. `choose` picks among exactly tied projects. */
export function equalShares(
  b: Budget, { endowment, utility, who, choose }: { endowment: Rational; utility: Utility; who: readonly (readonly number[])[]; choose: (tied: readonly number[]) => number },
): Purchase[] {
  const run = new Run(b, endowment, utility, who);
  const out: Purchase[] = [];
  for (let p = run.next(choose); p !== null; p = run.next(choose)) out.push(p);
  return out;
}
