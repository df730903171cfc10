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
    if (!isWellFormed(value) || value.includes('\u0000')) throw new RangeError('string has a lone surrogate or U+0000');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalize).join(',')}]`;
  if (typeof value === 'object') return ofObject(value as Record<string, unknown>);
  throw new RangeError(`no canonical form: ${typeof value}`);
}

/** The hottest part: each command's payload and events come through here several times. */
function ofObject(object: Record<string, unknown>): string {
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    text += `${text === '{' ? '' : ','}${canonicalize(key)}:${canonicalize(value)}`;
  }
  return `${text}}`;
}

/** Browsers before 2023 have no `String.prototype.isWellFormed`. */
const isWellFormed = (text: string): boolean => {
  const known = (text as { isWellFormed?(): boolean }).isWellFormed?.();
  return known ?? !/\p{Surrogate}/u.test(text);
};
