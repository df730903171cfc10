import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import { parseDecimal } from '../exact/decimal.js';
import { ZERO, add, toNumber, type Rational } from '../exact/rational.js';
import { indexOptions } from '../ranked/profile.js';

/** One voter with their attributes; a vote is an approval, a score, or a place in a ranking. */
export interface Participant {
  readonly groups: Readonly<Record<string, string>>;
  readonly approvals?: readonly string[];
  readonly scores?: Readonly<Record<string, number | string>>;
  readonly ranking?: readonly (readonly string[])[];
}

export interface BreakdownCell {
  readonly voters: number;
  /** voters who named the option */
  readonly votes: Record<string, number>;
  /** sums of points; 0 where no points were given */
  readonly scores: Record<string, number>;
}

export interface BreakdownResult {
  readonly method: 'group-breakdown';
  readonly algorithm: Algorithm;
  readonly conventions: { readonly missing: '0' };
  /** groups[attribute][value] */
  readonly groups: Record<string, Record<string, BreakdownCell>>;
  readonly voters: number;
  readonly steps: readonly { readonly step: 'attribute'; readonly attribute: string; readonly values: number; readonly voters: number }[];
}

export const BREAKDOWN: Algorithm = { id: 'group-breakdown', version: 1 };

interface Cell {
  voters: number;
  readonly votes: number[];
  readonly scores: Rational[];
}

function named(p: Participant): readonly string[] {
  return p.scores !== undefined ? Object.keys(p.scores) : p.approvals ?? p.ranking?.flat() ?? [];
}

/** Voters, votes and points of every option, by every attribute of the voters (sex, region, group …). */
export function groupBreakdown(options: readonly string[], participants: readonly Participant[]): BreakdownResult {
  const index = indexOptions(options);
  const cells = new Map<string, Map<string, Cell>>();
  participants.forEach((p, i) => {
    const votes = named(p).map((id) => {
      const o = index.get(id);
      if (o === undefined) throw new TallyInputError('ballot.option-unknown', `participants[${i}]: no candidate "${id}"`, { path: `participants[${i}]` });
      return { o, points: p.scores === undefined ? ZERO : parseDecimal(p.scores[id]!, `participants[${i}].scores.${id}`) };
    });
    for (const [attribute, value] of Object.entries(p.groups)) {
      const values = cells.get(attribute) ?? new Map<string, Cell>();
      cells.set(attribute, values);
      const cell = values.get(value) ?? { voters: 0, votes: options.map(() => 0), scores: options.map(() => ZERO) };
      values.set(value, cell);
      cell.voters++;
      for (const { o, points } of votes) {
        cell.votes[o]!++;
        cell.scores[o] = add(cell.scores[o]!, points);
      }
    }
  });
  const record = (values: readonly number[]): Record<string, number> => Object.fromEntries(options.map((o, i) => [o, values[i]!]));
  const groups = Object.fromEntries([...cells].map(([attribute, values]) => [
    attribute, Object.fromEntries([...values].map(([value, c]): [string, BreakdownCell] => [value, { voters: c.voters, votes: record(c.votes), scores: record(c.scores.map(toNumber)) }])),
  ]));
  return {
    method: 'group-breakdown', algorithm: BREAKDOWN, conventions: { missing: '0' }, groups, voters: participants.length,
    steps: [...cells].map(([attribute, values]) => ({
      step: 'attribute', attribute, values: values.size, voters: [...values.values()].reduce((s, c) => s + c.voters, 0),
    })),
  };
}
