import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** One entry as the manifest lists it. */
export interface EntrySum { readonly name: string; readonly bytes: number; readonly sha256: string }

export interface Writer {
  add(name: string, content: Buffer, mode?: number): Promise<void>;
  /** Closes the archive with its manifest, puts it on disk and gives it its name. Resolves with its size in bytes. */
  finish(): Promise<number>;
  /** Gives up: nothing is left behind. */
  abandon(): Promise<void>;
}

export interface ReadEntry { readonly name: string; readonly content: Buffer; readonly mode: number }

const MANIFEST = 'manifest.json';
/** No entry is longer: rows come in parts. A stray giant must not fill the memory of who restores. */
export const PART_BYTES = 4 * 1024 * 1024;
const ENTRY_LIMIT_BYTES = 64 * 1024 * 1024;

export const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** The archive could not be read as one of ours, or is damaged. */
export class ArchiveFault extends Error {}

/**
 * A gzipped tar whose last entry lists the checksum of every other, so that a cut or altered archive is seen. It is written under
 * another name, readable by its owner only, and renamed when it is whole and on disk.
 */
export function createArchive(path: string): Writer {
  const partial = `${path}.partial`;
  const tar = pack();
  const sums: EntrySum[] = [];
  const written = pipeline(tar, createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
  // a failed write is met by whoever waits next, and must not end the process before that
  let failure: Error | undefined;
  written.catch((error: unknown) => { failure = error as Error; });
  const put = async (name: string, content: Buffer, mode = 0o600): Promise<void> => {
    const entry = tar.entry({ name, size: content.length, mode, mtime: new Date(0) });
    entry.end(content);
    await Promise.race([finished(entry), written]);
    if (failure) throw failure;
  };
  return {
    async add(name, content, mode) {
      await put(name, content, mode);
      sums.push({ name, bytes: content.length, sha256: sha256(content) });
    },
    async finish() {
      await put(MANIFEST, Buffer.from(JSON.stringify({ entries: sums }, null, 1)));
      tar.finalize();
      await written;
      const handle = await open(partial, 'r+');
      try {
        await handle.sync();
        return (await handle.stat()).size;
      } finally {
        await handle.close();
        await rename(partial, path);
      }
    },
    async abandon() {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

function checkManifest(content: Buffer, sums: readonly EntrySum[]): void {
  const wanted = (JSON.parse(content.toString('utf8')) as { entries: EntrySum[] }).entries;
  const same = wanted.length === sums.length && wanted.every((entry, index) => {
    const found = sums[index];
    return found?.name === entry.name && found.bytes === entry.bytes && found.sha256 === entry.sha256;
  });
  if (!same) throw new ArchiveFault('the archive is damaged: its entries do not match its list of checksums');
}

/** Every entry in order. Throws {@link ArchiveFault} at the end unless the archive is whole and every checksum right. */
export async function* readArchive(path: string): AsyncGenerator<ReadEntry> {
  const tar = extract();
  const fed = pipeline(createReadStream(path), createGunzip(), tar);
  let failure: unknown;
  fed.catch((error: unknown) => { failure = error; });
  const sums: EntrySum[] = [];
  let isWhole = false;
  try {
    for await (const entry of tar) {
      const { name, mode, size } = entry.header;
      if (isWhole || size > ENTRY_LIMIT_BYTES) throw new ArchiveFault(`the archive is damaged at ${name}`);
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      const content = Buffer.concat(parts);
      if (name === MANIFEST) { checkManifest(content, sums); isWhole = true; continue; }
      sums.push({ name, bytes: content.length, sha256: sha256(content) });
      yield { name, content, mode };
    }
    await fed;
  } catch (error) {
    const cause = failure ?? error;
    if (cause instanceof ArchiveFault || !isFormatFault(cause)) throw cause;
    throw new ArchiveFault(`not a whole Tegerek backup: ${(cause as Error).message}`, { cause });
  }
  if (!isWhole) throw new ArchiveFault('the archive is cut off: its list of checksums is missing');
}

/** Faults of gzip and tar mean a bad archive; those of the file system or of whoever reads do not. */
function isFormatFault(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith('Z_') === true || code === 'ERR_STREAM_PREMATURE_CLOSE' || /tar|header|Unexpected end|JSON/i.test(message);
}
