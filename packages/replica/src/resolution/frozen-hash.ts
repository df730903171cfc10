import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalize, type VoteHead } from '@tegerek/contracts/wire';

/**
 * Hash of all that a vote froze at its opening: SHA-256 of `tegerek/frozen/v1\n` ‖ JCS({ electorate, electorateByGroup, options, rule,
 * version }), hex, where `version` is the hash of the voted text or null. The result carries it (docs/protocol.md VOTE-9), so that a rule, an
 * option or a text changed afterwards no longer fits its result, also where the figures stay the same.
 */
export function frozenHash(vote: Pick<VoteHead, 'electorate' | 'electorateByGroup' | 'options' | 'rule' | 'version'>): string {
  const { electorate, electorateByGroup, options, rule, version } = vote;
  return bytesToHex(sha256(utf8ToBytes(`tegerek/frozen/v1\n${canonicalize({ electorate, electorateByGroup, options, rule, version: version?.hash ?? null })}`)));
}
