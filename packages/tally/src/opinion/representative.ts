import type { GroupVotes } from './counts.js';
import { proportionTest, SIGNIFICANT, smoothed, twoProportionTest } from './proportions.js';

export type Direction = 'agree' | 'disagree';

/** How typical one statement is of one group, in one direction, against everyone grouped elsewhere. */
export interface Representativeness {
  readonly statement: string;
  readonly direction: Direction;
  readonly success: number;
  readonly trials: number;
  /** smoothed share inside the group, and its z against one half */
  readonly p: number;
  readonly pTest: number;
  /** share inside ÷ share outside, and the z of the difference */
  readonly repness: number;
  readonly repnessTest: number;
}

interface Both {
  readonly agree: Representativeness;
  readonly disagree: Representativeness;
}

function statsOf(votes: GroupVotes, group: number, column: number, direction: Direction): Representativeness {
  const width = votes.statements.length;
  const from = votes[direction];
  const at = group * width + column;
  let [outSuccess, outTrials] = [0, 0];
  for (let g = 0; g < votes.groups.length; g++) {
    if (g === group) continue;
    outSuccess += from[g * width + column]!;
    outTrials += votes.seen[g * width + column]!;
  }
  const [success, trials] = [from[at]!, votes.seen[at]!];
  const p = smoothed(success, trials);
  return {
    statement: votes.statements[column]!, direction, success, trials, p, pTest: proportionTest(success, trials),
    repness: p / smoothed(outSuccess, outTrials), repnessTest: twoProportionTest(success, trials, outSuccess, outTrials),
  };
}

/** The statistics of every statement in both directions, for one group (index into `votes.groups`). */
export function representativeness(votes: GroupVotes, group: number): Both[] {
  return votes.statements.map((_, column) => ({ agree: statsOf(votes, group, column, 'agree'), disagree: statsOf(votes, group, column, 'disagree') }));
}

const product = (r: Representativeness): number => r.repness * r.repnessTest * r.p * r.pTest;
const isSignificant = (r: Representativeness): boolean => r.repnessTest > SIGNIFICANT && r.pTest > SIGNIFICANT;
const stronger = (b: Both): Representativeness => (b.agree.repnessTest > b.disagree.repnessTest ? b.agree : b.disagree);

/** The statement that the group agrees with most: by all four statistics once one is typical, else by agreement alone. */
function bestAgreed(all: readonly Both[]): Representativeness | null {
  let best: Representativeness | null = null;
  for (const { agree, disagree } of all) {
    if (agree.success === 0 && disagree.success === 0) continue;
    const better = best === null
      ? agree.pTest > SIGNIFICANT || (agree.repness > 1 && agree.p > 0.5)
      : best.repness > 1 ? product(agree) > product(best) : agree.p * agree.pTest > best.p * best.pTest;
    if (better) best = agree;
  }
  return best;
}

function mostTypical(all: readonly Both[]): Representativeness | null {
  const top = (b: Both): number => Math.max(b.agree.repnessTest, b.disagree.repnessTest);
  const voted = all.filter((b) => b.agree.trials > 0);
  return voted.length === 0 ? null : stronger(voted.reduce((a, b) => (top(b) > top(a) ? b : a)));
}

/**
 * Which statements describe each group, by Polis's selection (decisions.md §2.1): those significant in share and in
 * difference, by repness · repnessTest · p · pTest, at most `limit`; the statement agreed with most is always put in
 * front; agreements before disagreements. Where nothing is significant, the one that comes closest.
 */
export function representativeStatements(
  votes: GroupVotes,
  moderatedOut: ReadonlySet<string> = new Set(),
  limit = 5,
): Record<string, Representativeness[]> {
  return Object.fromEntries(votes.groups.map((id, group) => {
    const all = representativeness(votes, group).filter((b) => !moderatedOut.has(b.agree.statement));
    return [id, select(all, limit)];
  }));
}

function select(all: readonly Both[], limit: number): Representativeness[] {
  const front = bestAgreed(all);
  const sufficient = all.filter((b) => isSignificant(b.agree) || isSignificant(b.disagree)).map(stronger);
  if (sufficient.length === 0) {
    const one = front ?? mostTypical(all);
    return one === null ? [] : [one];
  }
  const rest = sufficient.filter((r) => r.statement !== front?.statement).sort((a, b) => product(b) - product(a));
  const taken = (front === null ? rest : [front, ...rest]).slice(0, limit);
  return [...taken.filter((r) => r.direction === 'agree'), ...taken.filter((r) => r.direction === 'disagree')];
}
