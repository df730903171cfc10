import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** ZIP stores local wall-clock time: this Date has the same wall-clock parts in every time zone. */
const mtime = (): Date => new Date(1980, 0, 1, 12, 0, 0);

/** Packed already. */
const PACKED = /\.(?:docx|pdf|xlsx)$/u;

/** A ZIP whose bytes depend on the names and contents only. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.keys(files).sort().map((name): [string, Zippable[string]] => [name, [files[name] ?? new Uint8Array(), { mtime: mtime(), level: PACKED.test(name) ? 0 : 6, os: 3, attrs: 0o644 << 16 }]]);
  return zipSync(Object.fromEntries(entries));
}

const CORE = 'docProps/core.xml';

/** The parts of an OOXML package, saying nothing of when they were made: `at` (ISO) stands for both instants. */
export function fixedParts(bytes: Uint8Array, at: string): Record<string, Uint8Array> {
  const files = unzipSync(bytes);
  const core = files[CORE];
  if (core) files[CORE] = strToU8(strFromU8(core).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/gu, `$1${at}$3`));
  return files;
}
