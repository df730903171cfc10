import type { GroupVotes } from './counts.js';
import { proportionTest, smoothed, SIGNIFICANT } from './proportions.js';

/** Group-informed consensus of each statement, in favour and against. Between 0 and 1, comparable only within one map. */
export interface GroupConsensus {
  readonly agree: Float64Array;
  readonly disagree: Float64Array;
}

/**
 * Π over all groups of (A+1)/(S+2), and the same with the disagreeing; S counts passes. A group without a vote
 * contributes ½. Depends on the sizes and the number of groups: for ordering statements of one conversation only,
 * never for adopting one (Small et al., Polis; decisions.md §2.1).
 */
export function groupConsensus(votes: GroupVotes): GroupConsensus {
  const width = votes.statements.length;
  const agree = new Float64Array(width).fill(1);
  const disagree = new Float64Array(width).fill(1);
  for (let g = 0; g < votes.groups.length; g++) {
    for (let c = 0; c < width; c++) {
      const at = g * width + c;
      agree[c]! *= smoothed(votes.agree[at]!, votes.seen[at]!);
      disagree[c]! *= smoothed(votes.disagree[at]!, votes.seen[at]!);
    }
  }
  return { agree, disagree };
}

/**
 * The statements, most group-informed consensus first; equal ones keep the order of the statements. The products are
 * compared as exact fractions: rounding never orders two equal statements.
 */
export function orderByConsensus(votes: GroupVotes, direction: 'agree' | 'disagree' = 'agree'): string[] {
  const width = votes.statements.length;
  const value = votes.statements.map((_, c) => {
    let [num, den] = [1n, 1n];
    for (let g = 0; g < votes.groups.length; g++) {
      num *= BigInt(votes[direction][g * width + c]! + 1);
      den *= BigInt(votes.seen[g * width + c]! + 2);
    }
    return { num, den };
  });
  const order = (a: number, b: number): number => {
    const difference = value[b]!.num * value[a]!.den - value[a]!.num * value[b]!.den;
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
  };
  return votes.statements.map((_, i) => i).sort(order).map((i) => votes.statements[i]!);
}

export interface ConsensusStatement {
  readonly statement: string;
  readonly success: number;
  readonly trials: number;
  readonly p: number;
  readonly pTest: number;
}

export interface ConsensusList {
  readonly agree: readonly ConsensusStatement[];
  readonly disagree: readonly ConsensusStatement[];
}

/**
 * What nearly everybody agrees with, and what nearly everybody rejects: p > ½, significant at 90 %, the best five by
 * p·pTest in each direction; equal products keep the order of the statements. Statements moderated out are left out.
 */
export function consensusList(votes: GroupVotes, moderatedOut: ReadonlySet<string> = new Set(), limit = 5): ConsensusList {
  const width = votes.statements.length;
  const total = (from: Uint32Array, c: number): number => votes.groups.reduce((sum, _, g) => sum + from[g * width + c]!, 0);
  const best = (successes: Uint32Array): ConsensusStatement[] =>
    votes.statements
      .map((statement, c) => {
        const [success, trials] = [total(successes, c), total(votes.seen, c)];
        return { statement, success, trials, p: smoothed(success, trials), pTest: proportionTest(success, trials) };
      })
      .filter((s) => s.trials > 0 && s.p > 0.5 && s.pTest > SIGNIFICANT && !moderatedOut.has(s.statement))
      .sort((a, b) => b.p * b.pTest - a.p * a.pTest)
      .slice(0, limit);
  return { agree: best(votes.agree), disagree: best(votes.disagree) };
}
