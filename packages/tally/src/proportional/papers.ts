import type { Profile } from '../ranked/profile.js';

/**
 * The papers of an STV count. Every ranking of the profile is one bundle of papers of equal value, since equal rankings
 * have had the same history. Values are integers in units of 10^-decimals. A place shared by several candidates ends the
 * paper there (the reading of the Scottish rules).
 */
export class Papers {
  readonly votes: Float64Array;
  /** papers that rank somebody first, alone */
  readonly valid: number;
  /** value of the papers that have run out, in units */
  exhausted = 0;
  private readonly top: Int16Array;
  private readonly at: Uint32Array;
  private readonly value: Float64Array;

  constructor(private readonly p: Profile, unit: number) {
    const n = p.weight.length;
    this.votes = new Float64Array(p.options.length);
    this.top = new Int16Array(n).fill(-1);
    this.at = p.offset.slice(0, n);
    this.value = new Float64Array(n).fill(unit);
    let valid = 0;
    for (let i = 0; i < n; i++) {
      if (!this.isSingle(p.offset[i]!, p.offset[i + 1]!)) continue;
      valid += p.weight[i]!;
      this.put(i, p.order[p.offset[i]!]!);
    }
    this.valid = valid;
  }

  private isSingle(x: number, end: number): boolean {
    const { tied } = this.p;
    return x < end && (tied === null || (tied[x] === 0 && (x + 1 === end || tied[x + 1] === 0)));
  }

  private put(i: number, o: number): void {
    this.top[i] = o;
    this.votes[o]! += this.p.weight[i]! * this.value[i]!;
  }

  /** Hands the papers of `o` on to the next hopeful; each is first worth floor(value · num / den). */
  move(o: number, hopeful: Uint8Array, num: number, den: number): void {
    const { order, offset } = this.p;
    const revalued = new Map<number, number>();
    for (let i = 0; i < this.top.length; i++) {
      if (this.top[i] !== o) continue;
      const end = offset[i + 1]!;
      let x = this.at[i]! + 1;
      while (x < end && this.isSingle(x, end) && hopeful[order[x]!] === 0) x++;
      this.at[i] = x;
      if (num !== den) this.value[i] = scaled(this.value[i]!, num, den, revalued);
      if (this.isSingle(x, end)) this.put(i, order[x]!);
      else {
        this.top[i] = -1;
        this.exhausted += this.p.weight[i]! * this.value[i]!;
      }
    }
  }
}

/** floor(value · num / den), exact beyond 2^53; few values are distinct, so each is computed once. */
function scaled(value: number, num: number, den: number, known: Map<number, number>): number {
  let out = known.get(value);
  if (out === undefined) {
    const product = value * num;
    out = product <= Number.MAX_SAFE_INTEGER ? Math.floor(product / den) : Number((BigInt(value) * BigInt(num)) / BigInt(den));
    known.set(value, out);
  }
  return out;
}

/** An integer in units of 10^-decimals as text, e.g. 1050000 with 5 decimals = "10.50000". */
export function decimalText(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
