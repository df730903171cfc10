import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PasswordGate } from './password-gate.js';

/** argon2id of a random password: an unknown login takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$IDPyPPK0gEOFoBmVeCVksA$iL4qgUkxxZm7qMTw9uiNxnLh4xIkadfe5YLClUrYx54';

/** Half of the threads that Node has for such work; a full queue is served in a few seconds. */
const gate = new PasswordGate(2, 100);

export const newId = (): string => randomUUID();

/** 256 random bits, base64url: cookies and one-time links. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: SHA-256, hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** argon2id, PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** @throws a transient error when too many checks wait already */
export const isPassword = (stored: string | undefined, password: string): Promise<boolean> => gate.run(() => verify(stored ?? NOBODY, password));

/** Whole number below `bound`, unbiased. */
export function randomBelow(bound: number): number {
  const limit = Math.floor(2 ** 32 / bound) * bound;
  for (;;) {
    const value = randomBytes(4).readUInt32BE();
    if (value < limit) return value % bound;
  }
}
