import type { Algorithm } from '../algorithm.js';
import { consensusClauses, quorumClauses, rungClauses, someVotes, vetoClauses, type Clause, type ClauseId, type Counted } from './clauses.js';
import { countFigures, type DecisionBallot, type Figures } from './figures.js';
import { YES_NO_ALGORITHM, checkRule, type DecisionRule } from './rule.js';

export type Grade = 'not-adopted-no-quorum' | 'undecided' | 'consensus' | 'broad-agreement' | 'majority' | 'not-adopted';

/** A rung of the ladder, in the order tried; `clauses` are indexes into the result's `clauses`. */
export interface DecisionStep {
  readonly step: 'quorum' | 'some-votes' | 'consensus' | 'veto' | 'broad-agreement' | 'majority' | 'tie';
  readonly holds: boolean;
  readonly clauses: readonly number[];
}

export interface DecisionInput {
  readonly rule: DecisionRule;
  /** seats entitled to vote, per group; a group of the rule that is missing has 0 */
  readonly electorate: Readonly<Record<string, number>>;
  readonly ballots: readonly DecisionBallot[];
  /** seats present, per group; as the electorate where absent */
  readonly present?: Readonly<Record<string, number>>;
}

export interface DecisionResult {
  readonly method: 'yes-no';
  readonly algorithm: Algorithm;
  readonly grade: Grade;
  readonly adopted: boolean;
  readonly overall: Figures;
  readonly groups: Readonly<Record<string, Figures>>;
  /** every clause of the rule, also those of rungs that were not needed */
  readonly clauses: readonly Clause[];
  /** what kept the proposal from the next better grade; for «not adopted» what kept it from being adopted at all */
  readonly failed: readonly { readonly id: ClauseId; readonly group?: string }[];
  /** yes stood exactly at the lowest threshold and nothing else was missing; `rule.tie` decided */
  readonly tie: boolean;
  readonly steps: readonly DecisionStep[];
  readonly conventions: Pick<DecisionRule, 'base' | 'ballot' | 'tie'>;
}

type Name = DecisionStep['step'];

class Ladder {
  readonly clauses: Clause[] = [];
  readonly steps: DecisionStep[] = [];
  private readonly byName = new Map<Name, DecisionStep>();

  add(step: Name, clauses: readonly Clause[]): void {
    const from = this.clauses.length;
    this.clauses.push(...clauses);
    const made = { step, holds: clauses.every((c) => c.holds), clauses: clauses.map((_, i) => from + i) };
    this.steps.push(made);
    this.byName.set(step, made);
  }
  has(step: Name): boolean {
    return this.byName.has(step);
  }
  /** true also for a rung that the rule does not have: nothing is asked there */
  holds(step: Name): boolean {
    return this.byName.get(step)?.holds ?? true;
  }
  reached(step: Name): boolean {
    return this.byName.get(step)?.holds === true;
  }
  failing(step: Name): Clause[] {
    return (this.byName.get(step)?.clauses ?? []).map((i) => this.clauses[i]!).filter((c) => !c.holds);
  }
}

function buildLadder(rule: DecisionRule, counted: Counted): Ladder {
  const ladder = new Ladder();
  ladder.add('quorum', quorumClauses(rule, counted));
  ladder.add('some-votes', [someVotes(counted)]);
  if (rule.consensus) ladder.add('consensus', consensusClauses(rule, counted));
  if (rule.veto !== null) ladder.add('veto', vetoClauses(rule, counted));
  if (rule.broadAgreement !== null) ladder.add('broad-agreement', rungClauses(rule, counted, rule.broadAgreement, 'broad-agreement'));
  if (rule.majority !== null) ladder.add('majority', rungClauses(rule, counted, rule.majority, 'majority'));
  return ladder;
}

const isEqual = (c: Clause): boolean =>
  c.actual.den !== 0 && BigInt(c.actual.num) * BigInt(c.needed.den) === BigInt(c.needed.num) * BigInt(c.actual.den);

/** The lowest rung is missed only because overall yes stands exactly at the threshold. */
function isTied(ladder: Ladder, lowest: 'broad-agreement' | 'majority'): boolean {
  const missing = ladder.failing(lowest);
  return missing.length === 1 && missing[0]!.id === `${lowest}.overall` && isEqual(missing[0]!);
}

function gradeOf(rule: DecisionRule, ladder: Ladder): { grade: Grade; blame: Name | null; tie: boolean } {
  const done = (grade: Grade, blame: Name | null, tie = false): { grade: Grade; blame: Name | null; tie: boolean } => ({ grade, blame, tie });
  const better = ladder.has('broad-agreement') ? 'broad-agreement' : ladder.has('consensus') ? 'consensus' : null;
  if (!ladder.holds('quorum')) return done('not-adopted-no-quorum', 'quorum');
  if (!ladder.holds('some-votes')) return done('undecided', 'some-votes');
  if (ladder.reached('consensus')) return done('consensus', null);
  if (!ladder.holds('veto')) return done('not-adopted', 'veto');
  if (ladder.reached('broad-agreement')) return done('broad-agreement', ladder.has('consensus') ? 'consensus' : null);
  if (ladder.reached('majority')) return done('majority', better);
  const lowest = rule.majority !== null ? 'majority' : rule.broadAgreement !== null ? 'broad-agreement' : null;
  if (lowest === null) return done('not-adopted', 'consensus');
  if (!isTied(ladder, lowest)) return done('not-adopted', lowest);
  if (rule.tie === 'adopted') return done(lowest, lowest === 'majority' ? better : 'consensus', true);
  return done(rule.tie, lowest, true);
}

/**
 * Counts one yes/no decision by its frozen rule and says which grade it reached and which clause failed
 * (product.md §5; decisions.md §2.3). Exact integers; throws `TallyInputError` for a faulty rule or ballot.
 */
export function countDecision({ rule, electorate, ballots, present }: DecisionInput): DecisionResult {
  checkRule(rule);
  const counted = countFigures(rule, electorate, ballots, present);
  const ladder = buildLadder(rule, counted);
  const { grade, blame, tie } = gradeOf(rule, ladder);
  const failed = blame === null ? [] : ladder.failing(blame);
  if (tie) ladder.add('tie', []);
  return {
    method: 'yes-no',
    algorithm: YES_NO_ALGORITHM,
    grade,
    adopted: grade === 'consensus' || grade === 'broad-agreement' || grade === 'majority',
    overall: counted.overall,
    groups: counted.groups,
    clauses: ladder.clauses,
    failed: failed.map(({ id, group }) => (group === undefined ? { id } : { id, group })),
    tie,
    steps: ladder.steps,
    conventions: { base: rule.base, ballot: rule.ballot, tie: rule.tie },
  };
}
