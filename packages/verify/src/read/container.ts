import { strFromU8, unzipSync } from 'fflate';

/** Beyond this the files of a bundle are refused unread: no dialogue is so large, a trap is. */
const MOST_BYTES = 512 * 1024 * 1024;

export type Files = Readonly<Record<string, Uint8Array>>;

/** Thrown where a file is no readable bundle. */
export class NoBundle extends Error {}

/** The files of a ZIP by name; folders are left out. */
export function readContainer(bytes: Uint8Array): Files {
  let total = 0;
  const seen = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (seen.has(name)) throw new NoBundle(`the container has two files named ${name}`);
        seen.add(name);
        if ((total += originalSize) > MOST_BYTES) throw new NoBundle('the container is larger than any bundle');
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof NoBundle ? error : new NoBundle(`no readable ZIP: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** UTF-8 text. @throws NoBundle-free Error where the bytes are none */
export function textOf(bytes: Uint8Array): string {
  const text = strFromU8(bytes);
  const again = new TextEncoder().encode(text);
  if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i])) throw new Error('not UTF-8');
  return text;
}
