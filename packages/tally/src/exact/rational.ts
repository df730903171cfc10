import { TallyInputError } from '../errors.js';

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** A fraction as it leaves the package: JSON numbers, not necessarily in lowest terms. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

/** Greatest common divisor of two non-negative integers; plain numbers while they fit, which is much faster. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    if (a <= 0x1fffffffffffffn && b <= 0x1fffffffffffffn) {
      let x = Number(a);
      let y = Number(b);
      while (y !== 0) [x, y] = [y, x % y];
      return BigInt(x);
    }
    [a, b] = [b, a % b];
  }
  return a;
}

/** num/den in lowest terms. Throws RangeError when den is 0. */
export function ratio(num: bigint, den: bigint = 1n): Rational {
  if (den === 0n) throw new RangeError('division by zero');
  if (den < 0n) return ratio(-num, -den);
  const g = gcd(num < 0n ? -num : num, den);
  return g === 1n || g === 0n ? { num, den } : { num: num / g, den: den / g };
}

export const whole = (value: number | bigint): Rational => ({ num: BigInt(value), den: 1n });
export const fromFraction = (f: Fraction): Rational => ratio(BigInt(f.num), BigInt(f.den));

export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? ratio(a.num + b.num, a.den) : ratio(a.num * b.den + b.num * a.den, a.den * b.den);
export const sub = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? ratio(a.num - b.num, a.den) : ratio(a.num * b.den - b.num * a.den, a.den * b.den);
export const mul = (a: Rational, b: Rational): Rational => ratio(a.num * b.num, a.den * b.den);
export const div = (a: Rational, b: Rational): Rational => ratio(a.num * b.den, a.den * b.num);

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const equals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** As JSON numbers. Throws `TallyInputError` when a part is above 2^53 - 1, rather than rounding it. */
export function toFraction(r: Rational): Fraction {
  const num = Number(r.num);
  const den = Number(r.den);
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) {
    throw new TallyInputError('number.too-large', `the fraction ${r.num}/${r.den} does not fit JSON numbers exactly`);
  }
  return { num, den };
}

/** "num/den", or "num" for an integer: exact at any size. */
export const toText = (r: Rational): string => (r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`);

/** The nearest double: for display only, never for a comparison. */
export function toNumber(r: Rational): number {
  const limit = 1n << 1000n;
  if ((r.num < limit && r.num > -limit) && r.den < limit) return Number(r.num) / Number(r.den);
  const shift = BigInt(Math.max(r.num.toString(2).length, r.den.toString(2).length) - 1000);
  return Number(r.num >> shift) / Number(r.den >> shift);
}
