import { createHash } from 'node:crypto';

/** The same parts give the same id: a row's key where the key is a pair, and ids of scheduled acts. RFC 9562 version 8. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(`tegerek/id/v1\n${parts.join('\n')}`).digest('hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
