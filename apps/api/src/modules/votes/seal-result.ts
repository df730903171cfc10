import { pileHash, sha256Hex } from '@tegerek/ballot';
import type { PaperCounts } from '@tegerek/contracts';
import { frozenHash } from '@tegerek/replica';
import type { Count } from './domain/count-vote.js';
import type { VoteRow } from './store/vote.row.js';

/** `ballotsHash`: SHA-256 of the published list's UTF-8 bytes, hex (docs/protocol.md VOTE-7). */
export const listHash = (list: string): string => sha256Hex(list);

/** The result as it enters the log: the tally's own, bound to what the vote froze (docs/protocol.md VOTE-9). */
export const sealResult = (vote: VoteRow, { result }: Count): Record<string, unknown> => ({ ...result, frozenHash: frozenHash(vote) });

/** Commits to the figures of a pile (docs/protocol.md VOTE-13). */
export const sealPile = (pile: { entryId: string; counts: PaperCounts; salt: string }): string => pileHash(pile);
