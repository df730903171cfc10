import { createHash } from 'node:crypto';

export interface Received {
  bytes: Buffer;
  /** SHA-256, hex. */
  hash: string;
}

/** Reads a request's body up to `most` bytes; `too-large`: there is more, and the rest is not read; `broken-off`: the sender is gone. */
export async function receive(body: AsyncIterable<Buffer>, most: number): Promise<Received | 'too-large' | 'broken-off'> {
  const parts: Buffer[] = [];
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of body) {
      size += part.length;
      if (size > most) return 'too-large';
      hash.update(part);
      parts.push(part);
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ECONNRESET') return 'broken-off';
    throw error;
  }
  return { bytes: Buffer.concat(parts), hash: hash.digest('hex') };
}
