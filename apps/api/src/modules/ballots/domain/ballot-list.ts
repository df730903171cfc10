import { canonicalize } from '@tegerek/contracts';

export interface BallotListRow {
  choice: string | readonly string[];
  group: string;
  number: number;
}

/** The published list (docs/protocol.md VOTE-7): one JCS row a line by ascending number, a newline after each; no row, no byte. */
export const ballotList = (rows: readonly BallotListRow[]): string =>
  [...rows].sort((a, b) => a.number - b.number).map(({ choice, group, number }) => `${canonicalize({ choice, group, number })}\n`).join('');
