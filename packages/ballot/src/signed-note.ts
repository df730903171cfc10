import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/*
 * Checkpoints of a log as signed notes (C2SP: signed-note, tlog-checkpoint; keys as in golang.org/x/mod/sumdb/note): three lines, an empty
 * line, one signature by Ed25519. The same log, place and key give the same note.
 */

const ED25519 = 0x01;
const VERIFIER = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
const SIGNER = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
const SIGNATURE = /^\u2014 ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/u;
const ORIGIN = /^[^\s]*\/log\/([0-9a-f-]{36})\/chain\/v1$/u;

export interface VerifierKey {
  name: string;
  /** First four bytes of SHA-256(name ‖ 0x0a ‖ 0x01 ‖ key), hexadecimal. */
  id: string;
  /** 32 bytes. */
  key: Uint8Array;
}

export interface SignerKey extends VerifierKey {
  /** 32 bytes: the private key. */
  seed: Uint8Array;
}

/** What a checkpoint states: entry `seq` of the log has this hash. */
export interface Checkpoint {
  log: string;
  seq: number;
  /** Hexadecimal, 64 characters. */
  hash: string;
}

export interface ParsedNote extends Checkpoint {
  /** The signed text, with its last line break. */
  text: string;
  signatures: { name: string; id: string; signature: Uint8Array }[];
}

/** @throws where `name` has a blank or «+», or `seed` is not 32 bytes */
export function signerKey(name: string, seed: Uint8Array): SignerKey {
  if (!/^[^+\s]+$/u.test(name)) throw new Error('the name of a key has no blank and no «+»');
  const key = ed25519.getPublicKey(seed);
  return { name, id: keyId(name, key), key, seed };
}

/** `PRIVATE+KEY+name+id+base64`: for a file that only the server reads. */
export const formatSigner = ({ name, id, seed }: SignerKey): string => `PRIVATE+KEY+${name}+${id}+${toBase64(concatBytes(Uint8Array.of(ED25519), seed))}`;

/** `name+id+base64`: what everybody may have. */
export const formatVerifier = ({ name, id, key }: VerifierKey): string => `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(ED25519), key))}`;

/** `undefined`: not a signer of this form, or its id is not that of its key. */
export function parseSigner(text: string): SignerKey | undefined {
  const [, name, id, encoded] = SIGNER.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || bytes === undefined || bytes.length !== 33 || bytes[0] !== ED25519) return undefined;
  const signer = signerKey(name, bytes.slice(1));
  return signer.id === id ? signer : undefined;
}

/** `undefined`: not a verifier of this form, or its id is not that of its key. */
export function parseVerifier(text: string): VerifierKey | undefined {
  const [, name, id, encoded] = VERIFIER.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || id === undefined || bytes === undefined || bytes.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = bytes.slice(1);
  return keyId(name, key) === id ? { name, id, key } : undefined;
}

/** SHA-256 of the 32 bytes of the key, hexadecimal: what people compare. */
export const keyFingerprint = ({ key }: VerifierKey): string => bytesToHex(sha256(key));

/** The note that states and signs a checkpoint. */
export function signCheckpoint({ log, seq, hash }: Checkpoint, signer: SignerKey): string {
  const host = signer.name.replace(/\/log-key$/u, '');
  const text = `${host}/log/${log}/chain/v1\n${seq}\n${toBase64(hexToBytes(hash))}\n`;
  const signature = ed25519.sign(utf8ToBytes(text), signer.seed);
  return `${text}\n\u2014 ${signer.name} ${toBase64(concatBytes(hexToBytes(signer.id), signature))}\n`;
}

/** `undefined`: not a checkpoint in exactly this form (more lines, CR, another dash, a number with a leading zero). */
export function parseCheckpoint(note: string): ParsedNote | undefined {
  const cut = note.indexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, cut + 1);
  const [origin = '', seq = '', encoded = '', ...rest] = text.slice(0, -1).split('\n');
  const [, log] = ORIGIN.exec(origin) ?? [];
  const hash = fromBase64(encoded);
  if (log === undefined || rest.length > 0 || !/^[1-9]\d{0,15}$/u.test(seq) || hash?.length !== 32) return undefined;
  const signatures: ParsedNote['signatures'] = [];
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const [, name, value] = SIGNATURE.exec(line) ?? [];
    const bytes = fromBase64(value ?? '');
    if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
    signatures.push({ name, id: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) });
  }
  return { log, seq: Number(seq), hash: bytesToHex(hash), text, signatures };
}

/** The first of `keys` by which the note is signed; signatures of unknown keys are passed over. `undefined`: none, or one that does not fit. */
export function signedBy({ text, signatures }: ParsedNote, keys: readonly VerifierKey[]): VerifierKey | undefined {
  for (const { name, id, signature } of signatures) {
    const key = keys.find((one) => one.name === name && one.id === id);
    if (key === undefined) continue;
    return isSignature(signature, text, key) ? key : undefined;
  }
  return undefined;
}

function isSignature(signature: Uint8Array, text: string, { key }: VerifierKey): boolean {
  try {
    // as RFC 8032: cofactor and malleability by the strict rules
    return ed25519.verify(signature, utf8ToBytes(text), key, { zip215: false });
  } catch {
    return false;
  }
}

const keyId = (name: string, key: Uint8Array): string => bytesToHex(sha256(concatBytes(utf8ToBytes(name), Uint8Array.of(0x0a, ED25519), key))).slice(0, 8);

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** `undefined` unless it is base64 in its one canonical form. */
function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
