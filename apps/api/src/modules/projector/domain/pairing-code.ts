/** Without characters that look alike across a hall. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A pairing code holds for so long, ms. */
export const PAIRING_MS = 15 * 60_000;

/** `below(n)`: an unbiased whole number under n. */
export const newPairingCode = (below: (bound: number) => number): string => Array.from({ length: LENGTH }, () => ALPHABET[below(ALPHABET.length)] ?? '2').join('');

/** What was typed: case, spaces and hyphens do not matter. */
export const normalPairingCode = (typed: string): string => typed.replace(/[\s\-–—]/gu, '').toUpperCase();
