import { createHash } from 'node:crypto';

export interface Received {
  bytes: Buffer;
  /** SHA-256, hex. */
  hash: string;
}

/** Reads a request's body up to `most` bytes; `null`: there is more, and the rest is not read. */
export async function receive(body: AsyncIterable<Buffer>, most: number): Promise<Received | null> {
  const parts: Buffer[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return null;
    hash.update(part);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), hash: hash.digest('hex') };
}
