import { authKeyHash, authKeyOf, newCode, secretOf } from '@tegerek/ballot';
import { publicAddress } from '../../../live/index.js';

/** A personal code as it is born here: what the server gets is the hash alone. */
export interface BornCode { code: string; authKeyHash: string }

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** Makes a code for a seat of a dialogue (some 50 ms of work). */
export async function bearCode(dialogueId: string): Promise<BornCode> {
  const code = newCode(random);
  return { code, authKeyHash: authKeyHash(authKeyOf(await secretOf(code, dialogueId), dialogueId)) };
}

/** Codes made at the same time: the platform's cryptography has its own threads. */
const AT_ONCE = 8;

/** `count` codes for seats of a dialogue; `onMade` hears how many there are. */
export async function bearCodes(dialogueId: string, count: number, onMade: (n: number) => void): Promise<BornCode[]> {
  const born: BornCode[] = [];
  while (born.length < count) {
    born.push(...await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - born.length) }, () => bearCode(dialogueId))));
    onMade(born.length);
  }
  return born;
}

/** The private link of a code: the secret stands in the fragment, which no server sees. */
export const privateLink = (slug: string, code: string): string => `${publicAddress()}/j/${slug}#${code}`;
