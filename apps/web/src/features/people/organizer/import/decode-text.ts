/** Encodings that tables come in here, as the platform's `TextDecoder` names them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes looked at where nothing marks the encoding. */
const SAMPLE = 4_096;

function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** In UTF-16 every second byte of Latin and Cyrillic text is 00 or 04. */
function bySecondBytes(bytes: Uint8Array): Encoding | null {
  const counts = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [at, byte] of sample.entries()) if (byte === 0 || byte === 4) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts.map((count) => count / Math.max(1, sample.length / 2));
  if (odd > 0.8 && even < 0.2) return 'utf-16le';
  return even > 0.8 && odd < 0.2 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a text file: by its mark, by its bytes, and else Windows Cyrillic, which any bytes are. */
export const encodingOf = (bytes: Uint8Array): Encoding => byMark(bytes) ?? bySecondBytes(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1251');

/** Without a byte order mark; bytes that are none become U+FFFD, which the check of a row then refuses. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);
