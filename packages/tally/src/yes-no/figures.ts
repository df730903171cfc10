import { TallyInputError, wholeNumber } from '../errors.js';
import type { Base, BallotKind, DecisionRule } from './rule.js';

export type YesNoChoice = 'yes' | 'no' | 'abstain' | 'invalid';
export type ConsentChoice = 'support' | 'can-live-with' | 'reservations' | 'block' | 'abstain' | 'invalid';
export type DecisionChoice = YesNoChoice | ConsentChoice;

export interface DecisionBallot {
  readonly group: string;
  readonly choice: DecisionChoice;
  /** how many such ballots; 1 when absent */
  readonly count?: number;
}

/** Numbers of one group, or of all together. On the consent scale yes = support + canLiveWith + reservations, no = block. */
export interface Figures {
  readonly electorate: number;
  readonly present: number;
  readonly cast: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly support: number;
  readonly canLiveWith: number;
  readonly reservations: number;
  readonly block: number;
}

type Counter = { -readonly [K in keyof Figures]: Figures[K] };

const FIELDS: Readonly<Record<BallotKind, Readonly<Record<string, readonly (keyof Figures)[]>>>> = {
  'yes-no-abstain': { yes: ['yes'], no: ['no'], abstain: ['abstain'], invalid: ['invalid'] },
  'consent-scale': {
    support: ['yes', 'support'],
    'can-live-with': ['yes', 'canLiveWith'],
    reservations: ['yes', 'reservations'],
    block: ['no', 'block'],
    abstain: ['abstain'],
    invalid: ['invalid'],
  },
};

/** The choices a ballot of this kind offers (`invalid` is for paper: it counts as cast only). */
export const choicesOf = (kind: BallotKind): readonly DecisionChoice[] => Object.keys(FIELDS[kind]) as DecisionChoice[];

const empty = (electorate: number, present: number): Counter =>
  ({ electorate, present, cast: 0, yes: 0, no: 0, abstain: 0, invalid: 0, support: 0, canLiveWith: 0, reservations: 0, block: 0 });

function electorateOf(rule: DecisionRule, electorate: Readonly<Record<string, number>>, present: Readonly<Record<string, number>>): Record<string, Counter> {
  for (const g of [...Object.keys(electorate), ...Object.keys(present)]) {
    if (!rule.groups.includes(g)) throw new TallyInputError('electorate.group-unknown', `electorate: the rule has no group "${g}"`, { path: 'electorate' });
  }
  const out: Record<string, Counter> = Object.create(null) as Record<string, Counter>;
  for (const g of rule.groups) {
    const entitled = wholeNumber(Object.hasOwn(electorate, g) ? electorate[g]! : 0, `electorate.${g}`);
    out[g] = empty(entitled, wholeNumber(Object.hasOwn(present, g) ? present[g]! : entitled, `present.${g}`));
  }
  return out;
}

/** Counts ballots per group. Throws `TallyInputError` for an unknown group or choice, or more ballots than electors. */
export function countFigures(
  rule: DecisionRule,
  electorate: Readonly<Record<string, number>>,
  ballots: readonly DecisionBallot[],
  present: Readonly<Record<string, number>> = {},
): { overall: Figures; groups: Readonly<Record<string, Figures>> } {
  const groups = electorateOf(rule, electorate, present);
  ballots.forEach((ballot, i) => {
    const counter = groups[ballot.group];
    if (counter === undefined) throw new TallyInputError('ballot.group-unknown', `ballots[${i}].group: no group "${ballot.group}"`, { path: `ballots[${i}].group` });
    const fields = Object.hasOwn(FIELDS[rule.ballot], ballot.choice) ? FIELDS[rule.ballot][ballot.choice] : undefined;
    if (fields === undefined) {
      throw new TallyInputError('ballot.choice-unknown', `ballots[${i}].choice: "${ballot.choice}" is none of ${choicesOf(rule.ballot).join(', ')}`, { path: `ballots[${i}].choice` });
    }
    const n = wholeNumber(ballot.count ?? 1, `ballots[${i}].count`);
    counter.cast += n;
    for (const field of fields) counter[field] += n;
  });
  const overall = empty(0, 0);
  for (const [name, g] of Object.entries(groups)) {
    if (g.cast > g.electorate) throw new TallyInputError('ballot.too-many', `group "${name}": ${g.cast} ballots, but only ${g.electorate} electors`, { path: 'ballots' });
    for (const key of Object.keys(g) as (keyof Figures)[]) overall[key] += g[key];
  }
  return { overall, groups: { ...groups } };
}

/** The number that a share of yes is taken of. */
export function baseOf(f: Figures, base: Base): number {
  switch (base) {
    case 'yes+no': return f.yes + f.no;
    case 'yes+no+abstain': return f.yes + f.no + f.abstain;
    case 'cast': return f.cast;
    case 'present': return f.present;
    case 'entitled': return f.electorate;
  }
}
