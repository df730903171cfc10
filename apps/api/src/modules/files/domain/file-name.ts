import { optionalLine } from '@tegerek/contracts';
import { FILE_TYPES, type FileKind } from './sniff.js';

const MOST = 120;
const FALLBACK = 'file';

/** A name to show and to save under: one line, no path, no leading dot, with the ending that its bytes have. Never refuses. */
export function fileName(wanted: string, kind: FileKind): string {
  const last = wanted.split(/[\\/]/u).at(-1) ?? '';
  const clean = optionalLine(10_000).safeParse(last.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Surrogate}\p{Noncharacter_Code_Point}:*?"<>|]/gu, ''));
  const stem = (clean.success ? clean.data : '').replace(/\.[\p{L}\p{N}]{1,5}$/u, '').replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = [...(stem === '' ? FALLBACK : stem)].slice(0, MOST - 5).join('');
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(short) ? `${short}_` : short}.${kind}`;
}

/** The kind that a stored type names. */
export const kindOf = (type: string): FileKind => (Object.keys(FILE_TYPES) as FileKind[]).find((kind) => FILE_TYPES[kind] === type) ?? 'txt';

/** `Content-Disposition` by RFC 6266: always to be saved, never shown. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/gu, '_');
  const full = encodeURIComponent(name).replace(/['()*!]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
