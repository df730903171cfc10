import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalize, type Snapshot } from '@tegerek/contracts/wire';

/** Equal for equal folds: SHA-256 of the canonical snapshot, hex. */
export const stateHash = (snapshot: Snapshot): string => bytesToHex(sha256(utf8ToBytes(canonicalize(snapshot))));
