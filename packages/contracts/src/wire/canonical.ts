/** A JSON value in the restricted value space of docs/protocol.md LOG-2. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * RFC 8785 (JCS) for a stricter value space: safe integers only, no lone surrogates, no U+0000; `undefined` members are left out.
 * @throws RangeError when a value has no canonical form
 */
export function canonicalize(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value) || value.includes('\u0000')) throw new RangeError('string has a lone surrogate or U+0000');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalize).join(',')}]`;
  if (typeof value === 'object') {
    const object = value as Record<string, unknown>;
    const keys = Object.keys(object).filter((key) => object[key] !== undefined).sort();
    return `{${keys.map((key) => `${canonicalize(key)}:${canonicalize(object[key])}`).join(',')}}`;
  }
  throw new RangeError(`no canonical form: ${typeof value}`);
}
