import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalize } from '@tegerek/contracts/wire';

type Sha256Hex = (input: string | Uint8Array) => string;

let digest: Sha256Hex = (input) => bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));

/** SHA-256 of UTF-8 text or bytes, lower-case hex. */
export const sha256Hex: Sha256Hex = (input) => digest(input);

/** Hashes by the platform's own SHA-256 from now on: the server has one that is many times faster. @throws Error when it is not SHA-256 */
export function useSha256(native: Sha256Hex): void {
  for (const sample of ['', 'Кыргыз: ң ө ү', Uint8Array.of(0, 128, 255)]) if (native(sample) !== digest(sample)) throw new Error('not SHA-256');
  digest = native;
}

/** The part of an event that is committed to; `data` null is never committed (erasure keeps the old commitment). */
export interface CommittedEvent {
  type: string;
  v: number;
  audience: string;
  panelId?: string | undefined;
  actor?: string | undefined;
  data: unknown;
}

/** `SHA-256("tegerek/ev/v1\n" ‖ salt32 ‖ JCS(event))`, hex (docs/protocol.md LOG-3). */
export const eventCommitment = (saltHex: string, event: CommittedEvent): string => canonicalCommitment(saltHex, canonicalize(event));

/** The same for an event that is canonical text already. */
export const canonicalCommitment = (saltHex: string, canonicalEvent: string): string => sha256Hex(concatBytes(EVENT_PREFIX, hexToBytes(saltHex), utf8ToBytes(canonicalEvent)));

const EVENT_PREFIX = utf8ToBytes('tegerek/ev/v1\n');

/** All that is hashed of an entry. `ev` are commitments in order, `prev` the hash before it, `at` ms since 1970. */
export interface EntryHeader {
  at: number;
  epoch: number;
  ev: string[];
  log: string;
  prev: string;
  seq: number;
  v: 1;
}

/** The `prev` of entry 1. */
export const GENESIS = '0'.repeat(64);

export const canonicalHeader = (header: EntryHeader): string => canonicalize(header);

/** `SHA-256("tegerek/entry/v1\n" ‖ canonical header)`, hex. */
export const entryHash = (canonicalHeaderText: string): string => sha256Hex(`tegerek/entry/v1\n${canonicalHeaderText}`);

/** Hash of a press: what a receipt proves. */
export const pressHash = (press: { object: string; rev: number; choice: unknown }): string =>
  sha256Hex(`tegerek/press/v1\n${canonicalize({ choice: press.choice, object: press.object, rev: press.rev })}`);

/** Commitment to the figures of a pile until the close opens it (docs/protocol.md VOTE-13). */
export const pileHash = (pile: { entryId: string; counts: unknown; salt: string }): string =>
  sha256Hex(`tegerek/pile/v1\n${canonicalize({ counts: pile.counts, entryId: pile.entryId, salt: pile.salt })}`);

/** Hash of a frozen version (docs/protocol.md PROP-4). */
export const versionHash = (version: { proposalId: string; number: number; language: string; fields: unknown }): string =>
  sha256Hex(`tegerek/version/v1\n${canonicalize({ fields: version.fields, language: version.language, number: version.number, proposalId: version.proposalId })}`);

/** Hash of a request for receipts: the same id with another body is refused. */
export const requestHash = (name: string, space: string, payload: unknown, expect: unknown): string =>
  sha256Hex(`tegerek/request/v1\n${canonicalize({ expect: expect ?? null, name, payload, space })}`);
