import { ONE, ZERO, add, compare, div, fromFraction, mul, ratio, toFraction, type Fraction, type Rational } from '../exact/rational.js';
import { baseOf, type Figures } from './figures.js';
import type { DecisionRule, Rung, Threshold } from './rule.js';

export type ClauseId =
  | 'quorum.overall' | 'quorum.group' | 'votes.some' | 'consensus.no-objection' | 'consensus.group-yes' | 'veto.group'
  | `${'broad-agreement' | 'majority'}.${'overall' | 'group' | 'groups' | 'weight' | 'weighted-share'}`;

/** One condition, evaluated: `actual` (as counted, den may be 0 = nothing to take a share of) against `needed`. */
export interface Clause {
  readonly id: ClauseId;
  readonly group?: string;
  readonly needed: Fraction & { readonly comparator: '>' | '>=' | '<' | '<=' };
  readonly actual: Fraction;
  readonly holds: boolean;
}

export interface Counted {
  readonly overall: Figures;
  readonly groups: Readonly<Record<string, Figures>>;
}

/** q·num (>|>=) p·den in exact integers; never true of an empty base. */
export function reaches(actual: Fraction, t: Threshold): boolean {
  if (actual.den === 0) return false;
  const left = BigInt(t.den) * BigInt(actual.num);
  const right = BigInt(t.num) * BigInt(actual.den);
  return t.comparator === '>' ? left > right : left >= right;
}

const clause = (id: ClauseId, needed: Threshold, actual: Fraction, group?: string): Clause =>
  ({ id, ...(group === undefined ? {} : { group }), needed, actual, holds: reaches(actual, needed) });

/** Overall and per required group: who counts towards the quorum, as a share of the electorate. */
export function quorumClauses(rule: DecisionRule, c: Counted): Clause[] {
  const { counted, overall, perGroup } = rule.quorum;
  const out: Clause[] = [];
  if (overall !== null) out.push(clause('quorum.overall', overall, { num: c.overall[counted], den: c.overall.electorate }));
  if (perGroup !== null) {
    for (const g of rule.requiredGroups) out.push(clause('quorum.group', perGroup, { num: c.groups[g]![counted], den: c.groups[g]!.electorate }, g));
  }
  return out;
}

const atLeastOne: Threshold = { num: 1, den: 1, comparator: '>=' };

export function someVotes(c: Counted): Clause {
  return clause('votes.some', atLeastOne, { num: c.overall.yes + c.overall.no, den: 1 });
}

export function consensusClauses(rule: DecisionRule, c: Counted): Clause[] {
  const none: Clause = {
    id: 'consensus.no-objection', needed: { num: 0, den: 1, comparator: '<=' }, actual: { num: c.overall.no, den: 1 }, holds: c.overall.no === 0,
  };
  const someYes = rule.requiredGroups.length === 0 ? [clause('consensus.group-yes', atLeastOne, { num: c.overall.yes, den: 1 })] : [];
  return [none, ...someYes, ...rule.requiredGroups.map((g) => clause('consensus.group-yes', atLeastOne, { num: c.groups[g]!.yes, den: 1 }, g))];
}

/** A veto clause holds when the group does NOT block. */
export function vetoClauses(rule: DecisionRule, c: Counted): Clause[] {
  if (rule.veto === null) return [];
  const t = rule.veto.threshold;
  return rule.veto.groups.map((g) => {
    const actual = { num: c.groups[g]!.no, den: baseOf(c.groups[g]!, rule.base) };
    const blocks = reaches(actual, t);
    return { id: 'veto.group' as const, group: g, needed: { num: t.num, den: t.den, comparator: t.comparator === '>' ? '<=' as const : '<' as const }, actual, holds: !blocks };
  });
}

const weightOf = (rule: DecisionRule, g: string): Rational => (Object.hasOwn(rule.weights, g) ? fromFraction(rule.weights[g]!) : ONE);
const shareOf = (f: Figures, rule: DecisionRule): Fraction => ({ num: f.yes, den: baseOf(f, rule.base) });

function weighted(rule: DecisionRule, value: (g: string) => Rational): Fraction {
  let sum = ZERO;
  let total = ZERO;
  for (const g of rule.groups) {
    const w = weightOf(rule, g);
    total = add(total, w);
    sum = add(sum, mul(w, value(g)));
  }
  return compare(total, ZERO) === 0 ? { num: 0, den: 0 } : toFraction(div(sum, total));
}

/** The clauses of one grade. */
export function rungClauses(rule: DecisionRule, c: Counted, rung: Rung, name: 'broad-agreement' | 'majority'): Clause[] {
  const out: Clause[] = [];
  if (rung.overall !== null) out.push(clause(`${name}.overall`, rung.overall, shareOf(c.overall, rule)));
  if (rung.group !== null) {
    const { threshold, needed } = rung.group;
    const accepts = (g: string): boolean => reaches(shareOf(c.groups[g]!, rule), threshold);
    if (needed.kind === 'required') {
      for (const g of rule.requiredGroups) out.push(clause(`${name}.group`, threshold, shareOf(c.groups[g]!, rule), g));
    } else if (needed.kind === 'at-least') {
      out.push(clause(`${name}.groups`, { num: needed.groups, den: 1, comparator: '>=' }, { num: rule.groups.filter(accepts).length, den: 1 }));
    } else {
      out.push(clause(`${name}.weight`, needed.share, weighted(rule, (g) => (accepts(g) ? ONE : ZERO))));
    }
  }
  if (rung.weightedShare !== null) {
    out.push(clause(`${name}.weighted-share`, rung.weightedShare, weighted(rule, (g) => {
      const share = shareOf(c.groups[g]!, rule);
      return share.den === 0 ? ZERO : ratio(BigInt(share.num), BigInt(share.den));
    })));
  }
  return out;
}
