import { strFromU8, Unzlib, unzipSync } from 'fflate';

const MB = 1024 * 1024;
/** Beyond this a container is refused unread: no dialogue and no document is so large, a trap is. */
export const MOST = { bundle: { bytes: 512 * MB, files: 20_000 }, document: { bytes: 64 * MB, files: 200 }, stream: 16 * MB };

export type Files = Readonly<Record<string, Uint8Array>>;

/** Thrown where a file is no readable bundle. */
export class NoBundle extends Error {}

/** The files of a ZIP by name; folders are left out. What it unpacks to is counted before it is unpacked, also where entries share their bytes. @throws NoBundle */
export function readContainer(bytes: Uint8Array, most = MOST.bundle): Files {
  let total = 0;
  const seen = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (seen.has(name)) throw new NoBundle(`the container has two files named ${name}`);
        if (name === '__proto__') throw new NoBundle('the container has a file that no program can name');
        seen.add(name);
        if (seen.size > most.files) throw new NoBundle(`the container has more than ${most.files} files`);
        if ((total += Math.max(size, originalSize)) > most.bytes) throw new NoBundle(`the container unpacks to more than ${most.bytes / MB} MB`);
        return !name.endsWith('/') || originalSize > 0;
      },
    });
  } catch (error) {
    throw error instanceof NoBundle ? error : new NoBundle(`no readable ZIP: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Unpacks a zlib stream. @throws Error where it is none, or longer than any page or table of a document */
export function inflate(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const unzlib = new Unzlib((part) => {
    if ((total += part.length) > MOST.stream) throw new Error(`a stream unpacks to more than ${MOST.stream / MB} MB`);
    parts.push(part);
  });
  for (let at = 0; at < packed.length || at === 0; at += 16_384) unzlib.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

/** UTF-8 text. @throws NoBundle-free Error where the bytes are none */
export function textOf(bytes: Uint8Array): string {
  const text = strFromU8(bytes);
  const again = new TextEncoder().encode(text);
  if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i])) throw new Error('not UTF-8');
  return text;
}
