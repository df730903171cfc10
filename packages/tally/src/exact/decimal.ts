import { TallyInputError } from '../errors.js';
import { ratio, type Rational } from './rational.js';

/** A decimal ("12", "0.9", -3, 1e-7) as an exact fraction. Throws `TallyInputError` for anything else. */
export function parseDecimal(value: number | string, path: string): Rational {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(String(value).trim());
  const digits = match === null ? '' : `${match[2] ?? ''}${match[3] ?? ''}`;
  if (match === null || digits === '') throw new TallyInputError('number.not-decimal', `${path}: expected a decimal number, found "${String(value)}"`, { path });
  const exponent = Number(match[4] ?? 0) - (match[3] ?? '').length;
  const num = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  return exponent >= 0 ? ratio(num * 10n ** BigInt(exponent)) : ratio(num, 10n ** BigInt(-exponent));
}

/** The same, or a fraction of whole numbers ("1/2"). */
export function parseRational(value: number | string, path: string): Rational {
  const parts = /^\s*(\d{1,30})\s*\/\s*(\d{1,30})\s*$/.exec(String(value));
  if (parts === null) return parseDecimal(value, path);
  if (BigInt(parts[2]!) === 0n) throw new TallyInputError('number.not-decimal', `${path}: expected a fraction, found "${String(value)}"`, { path });
  return ratio(BigInt(parts[1]!), BigInt(parts[2]!));
}
