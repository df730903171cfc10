import type { DecisionRule } from '@tegerek/contracts/wire';
import { countDecision, TallyInputError, type DecisionResult } from '@tegerek/tally';
import { digitsOf } from '../../../ui/staff/number-box.js';

export const COLUMNS = ['seats', 'yes', 'no', 'abstain'] as const;
export type Column = (typeof COLUMNS)[number];
/** What stands in the fields of one group, as it was typed. */
export type Typed = Readonly<Record<Column, string>>;
export type TypedNumbers = Readonly<Record<string, Typed>>;
export type Row = Readonly<Record<Column, number>>;

/** Of seats or votes in one field. */
export const MOST = 99_999;

/** A whole number from 0 to `MOST` with or without spaces; an empty field is none. `null`: anything else. */
export function wholeNumber(text: string): number | null {
  if (text.trim() === '') return 0;
  const n = digitsOf(text);
  return n <= MOST ? n : null;
}

/** What of a group's row cannot be counted: a field that holds no number, or more votes than seats. */
export type RowFault = { kind: 'number'; column: Column } | { kind: 'over' };

export function readRow(typed: Typed): Row | RowFault {
  const row = { seats: wholeNumber(typed.seats), yes: wholeNumber(typed.yes), no: wholeNumber(typed.no), abstain: wholeNumber(typed.abstain) };
  const wrong = COLUMNS.find((column) => row[column] === null);
  if (wrong !== undefined) return { kind: 'number', column: wrong };
  const { seats, yes, no, abstain } = row as Row;
  return yes + no + abstain > seats ? { kind: 'over' } : { seats, yes, no, abstain };
}

export const isFault = (row: Row | RowFault): row is RowFault => 'kind' in row;

/** Numbers to begin with, by the group's seats: most in favour, the last group hardly. */
export function madeUp(groups: readonly string[], seats: Readonly<Record<string, number>>): TypedNumbers {
  return Object.fromEntries(groups.map((group, index) => {
    const base = seats[group] || 20;
    const yes = Math.round(base * (index === groups.length - 1 ? 0.4 : 0.7));
    const no = Math.round(base * 0.2);
    const abstain = Math.max(0, Math.min(1, base - yes - no));
    return [group, { seats: String(base), yes: String(yes), no: String(no), abstain: String(abstain) }];
  }));
}

/** Counted as a real decision is. `null`: the rule itself cannot be counted by. */
export function countTry(rule: DecisionRule, rows: Readonly<Record<string, Row>>): DecisionResult | null {
  try {
    // on the consent scale any of the first three counts as yes, and a block as no
    const words = rule.ballot === 'consent-scale' ? { yes: 'support', no: 'block', abstain: 'abstain' } as const : { yes: 'yes', no: 'no', abstain: 'abstain' } as const;
    return countDecision({
      rule, electorate: Object.fromEntries(Object.entries(rows).map(([group, { seats }]) => [group, seats])),
      ballots: Object.entries(rows).flatMap(([group, row]) => (['yes', 'no', 'abstain'] as const).map((choice) => ({ group, choice: words[choice], count: row[choice] }))),
    });
  } catch (error) {
    if (error instanceof TallyInputError) return null;
    throw error;
  }
}
