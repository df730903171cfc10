import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import { parseRational } from '../exact/decimal.js';
import { ZERO, add, compare, toFraction, toNumber, type Fraction, type Rational } from '../exact/rational.js';
import { countDecision, type DecisionResult } from '../yes-no/count-decision.js';
import { defaultRule, type DecisionRule } from '../yes-no/rule.js';

export interface WeighedGroup {
  readonly id: string;
  /** 0 or more, a decimal or a fraction: 1, 0.5 or "1/2" for half a canton, 0 for a group that counts in the total only */
  readonly weight?: number | string;
  readonly yes: number;
  readonly no: number;
}

export interface DoubleMajorityInput {
  readonly groups: readonly WeighedGroup[];
  /** the published total, where it is not the sum of the groups */
  readonly overall?: { readonly yes: number; readonly no: number };
}

export interface DoubleMajorityResult {
  readonly method: 'double-majority';
  readonly algorithm: Algorithm;
  readonly conventions: Readonly<Record<string, string>>;
  readonly accepted: boolean;
  /** the votes of all: yes > no */
  readonly overallAccepted: boolean;
  /** weights of the groups with yes > no, and of those without; a tie accepts nothing and rejects nothing */
  readonly acceptingWeight: number;
  readonly rejectingWeight: number;
  readonly tiedWeight: number;
  /** more than half of the weight of all groups accepts */
  readonly groupMajority: boolean;
  readonly overall: { readonly yes: number; readonly no: number };
  readonly clauses: DecisionResult['clauses'];
  readonly failed: DecisionResult['failed'];
  readonly steps: readonly { readonly step: 'group'; readonly group: string; readonly yes: number; readonly no: number; readonly weight: Fraction; readonly accepts: boolean }[];
}

export const DOUBLE_MAJORITY: Algorithm = { id: 'double-majority', version: 1 };

const OVERALL = '(overall)';

function weightOf({ id, weight = 1 }: WeighedGroup): Rational {
  const path = `groups.${id}.weight`;
  const found = parseRational(weight, path);
  if (compare(found, ZERO) < 0) throw new TallyInputError('groups.weight', `${path}: expected 0 or more, found ${String(weight)}`, { path });
  return found;
}

/** People and groups: the total as a group of its own that weighs nothing, so that a published total may differ from the sum. */
function ruleOf(groups: readonly WeighedGroup[]): DecisionRule {
  const half = { num: 1, den: 2, comparator: '>' } as const;
  const ids = [...groups.map((g) => g.id), OVERALL];
  return {
    ...defaultRule(ids), requiredGroups: [OVERALL], consensus: false, broadAgreement: null, quorum: { counted: 'cast', overall: null, perGroup: null },
    weights: {
      ...Object.fromEntries(groups.map((g) => [g.id, toFraction(weightOf(g))])),
      [OVERALL]: { num: 0, den: 1 },
    },
    majority: { overall: null, group: { threshold: half, needed: { kind: 'accepting-weight', share: half } }, weightedShare: null },
  };
}

/**
 * Double majority (Switzerland, Australia): yes > no over all valid votes, and the accepting groups have more than half
 * of the weight of all groups. Exact; a tie is no acceptance, in a group, in the total and in the weights.
 */
export function doubleMajority({ groups, overall }: DoubleMajorityInput): DoubleMajorityResult {
  if (groups.some((g) => g.id === OVERALL)) throw new TallyInputError('groups.reserved', `groups: the id "${OVERALL}" is reserved`, { path: 'groups' });
  const total = overall ?? { yes: groups.reduce((s, g) => s + g.yes, 0), no: groups.reduce((s, g) => s + g.no, 0) };
  const rows = [...groups, { id: OVERALL, ...total }];
  for (const r of rows) {
    wholeNumber(r.yes, `groups.${r.id}.yes`);
    wholeNumber(r.no, `groups.${r.id}.no`);
  }
  const rule = ruleOf(groups);
  const decision = countDecision({
    rule, electorate: Object.fromEntries(rows.map((r) => [r.id, r.yes + r.no])),
    ballots: rows.flatMap((r) => [{ group: r.id, choice: 'yes' as const, count: r.yes }, { group: r.id, choice: 'no' as const, count: r.no }]),
  });
  const weight = (way: (g: WeighedGroup) => boolean): number =>
    toNumber(groups.filter(way).reduce((s, g) => add(s, weightOf(g)), ZERO));
  const groupMajority = decision.clauses.find((c) => c.id === 'majority.weight')!.holds;
  const overallAccepted = total.yes > total.no;
  const people = { id: 'majority.overall' as const, needed: { num: 1, den: 2, comparator: '>' as const }, actual: { num: total.yes, den: total.yes + total.no }, holds: overallAccepted };
  const clauses = [people, ...decision.clauses.filter((c) => c.id === 'majority.weight')];
  return {
    method: 'double-majority', algorithm: DOUBLE_MAJORITY,
    conventions: { overall: 'yes > no of valid votes', group: 'yes > no in the group', weight: 'more than half of all weights' },
    accepted: overallAccepted && groupMajority, overallAccepted, groupMajority, overall: total,
    acceptingWeight: weight((g) => g.yes > g.no), rejectingWeight: weight((g) => g.yes < g.no), tiedWeight: weight((g) => g.yes === g.no),
    clauses, failed: clauses.filter((c) => !c.holds).map((c) => ({ id: c.id })),
    steps: groups.map((g) => ({ step: 'group', group: g.id, yes: g.yes, no: g.no, weight: rule.weights[g.id]!, accepts: g.yes > g.no })),
  };
}
