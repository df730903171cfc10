import { sha256Hex } from '@tegerek/ballot';

/** `ballotsHash`: SHA-256 of the published list's UTF-8 bytes, hex (docs/protocol.md VOTE-7). */
export const listHash = (list: string): string => sha256Hex(list);
