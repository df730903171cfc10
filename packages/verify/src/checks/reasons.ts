import type { BlockReason, VoteHead } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import type { ListedBallot } from './recount.js';
import { nameOf } from './name-of.js';

/** C15: each reason belongs to a block of the list, and to no block twice. A block without one was erased, or never had one opened. */
export function checkReasons(vote: VoteHead, reasons: readonly BlockReason[], ballots: readonly ListedBallot[], findings: Findings): void {
  const blocks = new Map(ballots.filter(({ choice }) => choice === 'block').map(({ number, group }) => [number, group]));
  const seen = new Set<number>();
  for (const { number, groupId } of reasons) {
    if (blocks.get(number) !== groupId || seen.has(number)) findings.add('ballot.reason', `votes/${vote.voteId}`, `${nameOf(vote)}: a reason is stated for number ${number}, which has no block of that group, or a second one`);
    seen.add(number);
  }
}
