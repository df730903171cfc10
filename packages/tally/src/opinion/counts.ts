import { TallyInputError } from '../errors.js';
import type { OpinionVotes, VoteRow } from './votes.js';

export interface StatementCount {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** Numbers of a Polis conversation when the last vote of each person counts. */
export interface VoteCounts {
  readonly statements: Readonly<Record<string, StatementCount>>;
  readonly voters: number;
  readonly votes: number;
}

type Counter = { -readonly [K in keyof StatementCount]: StatementCount[K] };

const FIELD = ['disagree', 'pass', 'agree'] as const;
const fieldOf = (vote: number): keyof StatementCount => FIELD[vote + 1]!;
const zero = (): Counter => ({ agree: 0, disagree: 0, pass: 0 });

/** Counts the votes in force, per statement. */
export function countVotes(votes: OpinionVotes): VoteCounts {
  const counters = votes.statements.map(zero);
  votes.value.forEach((value, i) => counters[votes.column[i]!]![fieldOf(value)]++);
  let voters = 0;
  for (let row = 0; row < votes.participants.length; row++) if (votes.offset[row + 1]! > votes.offset[row]!) voters++;
  return { statements: Object.fromEntries(votes.statements.map((id, i) => [id, counters[i]!])), voters, votes: votes.value.length };
}

/** Counts every row, votes changed later included: the reading of Polis's published per-statement totals. */
export function countEveryRow(rows: readonly VoteRow[], statements: readonly string[]): Record<string, StatementCount> {
  const counters = new Map(statements.map((id) => [id, zero()]));
  for (const row of rows) {
    const counter = counters.get(row.statement);
    if (counter === undefined) throw new TallyInputError('statement.unknown', `no statement "${row.statement}"`, { path: 'statements' });
    counter[fieldOf(row.vote)]++;
  }
  return Object.fromEntries(counters);
}

/** Votes of one or more groups per statement; `seen` = agree + disagree + pass. Index: group · statements + statement. */
export interface GroupVotes {
  /** group ids in ascending order */
  readonly groups: readonly string[];
  readonly sizes: readonly number[];
  readonly statements: readonly string[];
  readonly agree: Uint32Array;
  readonly disagree: Uint32Array;
  readonly seen: Uint32Array;
}

/** Counts votes inside given groups. `groupOf[row]` is an index into `groups`; −1 = not grouped, counted nowhere. */
export function countByGroup(votes: OpinionVotes, groups: readonly string[], groupOf: ArrayLike<number>): GroupVotes {
  const width = votes.statements.length;
  const size = groups.length * width;
  const tally = new Uint32Array(3 * size);
  const sizes = groups.map(() => 0);
  const { offset, column, value } = votes;
  for (let row = 0; row < votes.participants.length; row++) {
    const group = groupOf[row]!;
    if (group < 0) continue;
    sizes[group]!++;
    const base = 3 * group * width + 1;
    for (let k = offset[row]!; k < offset[row + 1]!; k++) tally[base + 3 * column[k]! + value[k]!]!++;
  }
  const [agree, disagree, seen] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  for (let i = 0; i < size; i++) {
    disagree[i] = tally[3 * i]!;
    agree[i] = tally[3 * i + 2]!;
    seen[i] = tally[3 * i]! + tally[3 * i + 1]! + tally[3 * i + 2]!;
  }
  return { groups, sizes, statements: votes.statements, agree, disagree, seen };
}

/** As `countByGroup`, from participant → group; whoever is not listed is not grouped. */
export function countByNamedGroup(votes: OpinionVotes, groupOf: Readonly<Record<string, string | number>>): GroupVotes {
  const groups = [...new Set(Object.values(groupOf).map(String))].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const index = new Map(groups.map((g, i) => [g, i]));
  return countByGroup(votes, groups, votes.participants.map((p) => (Object.hasOwn(groupOf, p) ? index.get(String(groupOf[p]))! : -1)));
}
