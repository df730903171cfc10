import { hkdf } from '@noble/hashes/hkdf.js';
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { pbkdf2 as pbkdf2Native, sha256 as sha256Native } from '@noble/hashes/webcrypto.js';
import { sha256Hex } from './hashes.js';

/** Crockford base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 13;
/** Rounds of PBKDF2 over 65 random bits (docs/adr/0005-personal-codes.md: why fewer than for a password). */
const ROUNDS = 20_000;

/** A new personal code: 13 characters (65 bits) and a check character. `random(n)` gives n random bytes. */
export function newCode(random: (bytes: number) => Uint8Array): string {
  const body = [...random(LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
  return body + checkCharacter(body);
}

/** As printed: `XXXXX-XXXXX-XXXX`. */
export const formatCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;

/**
 * What was typed or scanned, as the 14 canonical characters; forgives case, spaces, hyphens and O→0, I/L→1, and Cyrillic look-alikes.
 * @returns `null` when the length, a character or the check character is wrong
 */
export function parseCode(typed: string): string | null {
  const code = [...typed.toUpperCase().replace(/[\s\-–—_.]/gu, '')].map((character) => LOOK_ALIKES[character] ?? character).join('');
  if (code.length !== LENGTH + 1 || [...code].some((character) => !ALPHABET.includes(character))) return null;
  return checkCharacter(code.slice(0, LENGTH)) === code[LENGTH] ? code : null;
}

const LOOK_ALIKES: Record<string, string> = {
  O: '0', I: '1', L: '1', О: '0', А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y', З: '3', Ү: 'Y',
};

/** Weighted sum mod 31 (2 has order 5 there, so a swap of neighbours changes it; 0 and Z alone stand alike). */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [i, character] of [...body].entries()) sum = (sum * 2 + ALPHABET.indexOf(character) + i) % 31;
  return ALPHABET[sum] ?? '0';
}

/** The personal secret S (32 bytes, hex) of a code in a dialogue. Stays on the device. Some 5 ms where the page has WebCrypto; on plain http, which has none, ten times that. */
export async function secretOf(code: string, dialogueId: string): Promise<string> {
  const [password, salt, options] = [utf8ToBytes(code), utf8ToBytes(`tegerek/v1/${dialogueId}`), { c: ROUNDS, dkLen: 32 }];
  const hasNative = (globalThis as { crypto?: { subtle?: unknown } }).crypto?.subtle !== undefined;
  return bytesToHex(hasNative ? await pbkdf2Native(sha256Native, password, salt, options) : await pbkdf2Async(sha256, password, salt, options));
}

/** What the device shows to sign in (32 bytes, hex). */
export const authKeyOf = (secretHex: string, dialogueId: string): string => derive(secretHex, `tegerek/v1/auth/${dialogueId}`);

/** Root of the keys of secret ballots, which come later; never sent. */
export const ballotRootOf = (secretHex: string, dialogueId: string): string => derive(secretHex, `tegerek/v1/ballot/${dialogueId}`);

/** What the server stores. */
export const authKeyHash = (authKeyHex: string): string => sha256Hex(`tegerek/auth/v1\n${authKeyHex}`);

const derive = (secretHex: string, info: string): string => bytesToHex(hkdf(sha256, utf8ToBytes(secretHex), undefined, utf8ToBytes(info), 32));
