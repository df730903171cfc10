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
