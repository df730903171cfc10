import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import type { Fraction } from '../exact/rational.js';

/** What a share is taken of. `cast` = every ballot, blank and invalid ones included. */
export type Base = 'yes+no' | 'yes+no+abstain' | 'cast' | 'present' | 'entitled';
export type BallotKind = 'yes-no-abstain' | 'consent-scale';

/** A share must be above (`>`) or at least (`>=`) num/den. Of an empty base no threshold is ever reached. */
export interface Threshold extends Fraction {
  readonly comparator: '>' | '>=';
}

/** Which groups must reach `threshold` (share of yes in the group's own base). */
export interface GroupClause {
  readonly threshold: Threshold;
  readonly needed:
    | { readonly kind: 'required' }
    | { readonly kind: 'at-least'; readonly groups: number }
    /** the weight of the accepting groups, as a share of the weight of all groups (Swiss cantons, Australian states) */
    | { readonly kind: 'accepting-weight'; readonly share: Threshold };
}

/** One grade that adopts: every clause that is not null must hold. */
export interface Rung {
  readonly overall: Threshold | null;
  readonly group: GroupClause | null;
  /** the weighted mean of the groups' shares of yes: Σ w·yes/base ÷ Σ w over all groups; a group without base adds 0 */
  readonly weightedShare: Threshold | null;
}

/** The frozen data of a yes/no decision (product.md §5). Pure JSON; stored with the vote. */
export interface DecisionRule {
  readonly algorithm: Algorithm;
  readonly ballot: BallotKind;
  readonly base: Base;
  /** all groups of the electorate, in the order of the report */
  readonly groups: readonly string[];
  readonly requiredGroups: readonly string[];
  readonly quorum: {
    /** who counts towards the quorum: those who cast a ballot (abstentions included) or those present */
    readonly counted: 'cast' | 'present';
    readonly overall: Threshold | null;
    /** asked of every required group */
    readonly perGroup: Threshold | null;
  };
  /** consensus is a grade of this rule: no «no», at least one yes in every required group */
  readonly consensus: boolean;
  readonly broadAgreement: Rung | null;
  readonly majority: Rung | null;
  /** weight of a group where weights are used; a missing group weighs 1, 0 is allowed */
  readonly weights: Readonly<Record<string, Fraction>>;
  /** a listed group blocks when its «no» reach the threshold of its base */
  readonly veto: { readonly groups: readonly string[]; readonly threshold: Threshold } | null;
  /** what an exact equality at the lowest threshold means when nothing else is missing */
  readonly tie: 'not-adopted' | 'undecided' | 'adopted';
}

export const YES_NO_ALGORITHM: Algorithm = { id: 'yes-no', version: 1 };

const above = (num: number, den: number): Threshold => ({ num, den, comparator: '>' });
const atLeast = (num: number, den: number): Threshold => ({ num, den, comparator: '>=' });

/** The default ladder of product.md §5 with every group required. */
export function defaultRule(groups: readonly string[]): DecisionRule {
  return {
    algorithm: YES_NO_ALGORITHM,
    ballot: 'yes-no-abstain',
    base: 'yes+no',
    groups: [...groups],
    requiredGroups: [...groups],
    quorum: { counted: 'cast', overall: above(1, 2), perGroup: above(1, 2) },
    consensus: true,
    broadAgreement: { overall: atLeast(2, 3), group: { threshold: above(1, 2), needed: { kind: 'required' } }, weightedShare: null },
    majority: { overall: above(1, 2), group: null, weightedShare: null },
    weights: {},
    veto: null,
    tie: 'not-adopted',
  };
}

function checkFraction(f: Fraction, path: string): void {
  wholeNumber(f.num, `${path}.num`);
  if (wholeNumber(f.den, `${path}.den`) === 0) throw new TallyInputError('rule.fraction', `${path}.den: must not be 0`, { path });
}

function checkThreshold(t: Threshold | null, path: string): void {
  if (t === null) return;
  checkFraction(t, path);
  if (t.comparator !== '>' && t.comparator !== '>=') {
    throw new TallyInputError('rule.comparator', `${path}.comparator: expected ">" or ">="`, { path });
  }
}

function checkKnown(rule: DecisionRule, names: readonly string[], path: string): void {
  for (const g of names) {
    if (!rule.groups.includes(g)) throw new TallyInputError('rule.group-unknown', `${path}: no group "${g}" in groups`, { path });
  }
}

function checkRung(rule: DecisionRule, rung: Rung | null, path: string): void {
  if (rung === null) return;
  if (rung.overall === null && rung.group === null && rung.weightedShare === null) {
    throw new TallyInputError('rule.rung-empty', `${path}: a grade needs at least one clause`, { path });
  }
  checkThreshold(rung.overall, `${path}.overall`);
  checkThreshold(rung.weightedShare, `${path}.weightedShare`);
  if (rung.group === null) return;
  checkThreshold(rung.group.threshold, `${path}.group.threshold`);
  const needed = rung.group.needed;
  if (needed.kind === 'accepting-weight') checkThreshold(needed.share, `${path}.group.needed.share`);
  if (needed.kind === 'at-least' && (wholeNumber(needed.groups, `${path}.group.needed.groups`) < 1 || needed.groups > rule.groups.length)) {
    throw new TallyInputError('rule.groups-needed', `${path}.group.needed.groups: expected 1 to ${rule.groups.length}`, { path });
  }
}

const SHAPE: Readonly<Record<keyof DecisionRule, (value: unknown) => boolean>> = {
  algorithm: isRecord, ballot: (v) => v === 'yes-no-abstain' || v === 'consent-scale',
  base: (v) => ['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled'].includes(String(v)),
  groups: isTexts, requiredGroups: isTexts, quorum: (v) => isRecord(v) && ['cast', 'present'].includes(String(v['counted'])) && isThreshold(v['overall']) && isThreshold(v['perGroup']),
  consensus: (v) => typeof v === 'boolean', broadAgreement: isRung, majority: isRung, weights: (v) => isRecord(v) && Object.values(v).every(isRecord),
  veto: (v) => v === null || (isRecord(v) && isTexts(v['groups']) && isRecord(v['threshold'])),
  tie: (v) => ['not-adopted', 'undecided', 'adopted'].includes(String(v)),
};

function isRecord(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}
function isTexts(v: unknown): v is string[] {
  return Array.isArray(v) && v.every((x) => typeof x === 'string');
}
function isThreshold(v: unknown): boolean {
  return v === null || isRecord(v);
}
function isGroupClause(v: unknown): boolean {
  if (v === null) return true;
  if (!isRecord(v) || !isRecord(v['threshold']) || !isRecord(v['needed'])) return false;
  const { kind, share } = v['needed'];
  return kind === 'required' || kind === 'at-least' || (kind === 'accepting-weight' && isRecord(share));
}
function isRung(v: unknown): boolean {
  return v === null || (isRecord(v) && isThreshold(v['overall']) && isThreshold(v['weightedShare']) && isGroupClause(v['group']));
}

/** A rule from a file may lack anything: every field has its shape before it is used. */
function checkShape(rule: DecisionRule): void {
  if (!isRecord(rule)) throw new TallyInputError('rule.shape', 'rule: expected an object', { path: 'rule' });
  for (const [key, fits] of Object.entries(SHAPE)) {
    if (!fits((rule as unknown as Record<string, unknown>)[key])) throw new TallyInputError('rule.shape', `rule.${key}: missing or malformed`, { path: `rule.${key}` });
  }
}

/** Throws `TallyInputError` where the rule is malformed, contradicts itself or was made for another algorithm version. */
export function checkRule(rule: DecisionRule): void {
  checkShape(rule);
  if (rule.algorithm.id !== YES_NO_ALGORITHM.id || rule.algorithm.version !== YES_NO_ALGORITHM.version) {
    throw new TallyInputError('rule.algorithm-unknown', `no algorithm ${rule.algorithm.id} version ${rule.algorithm.version}`, { path: 'algorithm' });
  }
  if (new Set(rule.groups).size !== rule.groups.length) throw new TallyInputError('rule.group-twice', 'groups: a group is named twice', { path: 'groups' });
  checkKnown(rule, rule.requiredGroups, 'requiredGroups');
  checkKnown(rule, Object.keys(rule.weights), 'weights');
  for (const [g, w] of Object.entries(rule.weights)) checkFraction(w, `weights.${g}`);
  checkThreshold(rule.quorum.overall, 'quorum.overall');
  checkThreshold(rule.quorum.perGroup, 'quorum.perGroup');
  checkRung(rule, rule.broadAgreement, 'broadAgreement');
  checkRung(rule, rule.majority, 'majority');
  if (rule.veto !== null) {
    checkKnown(rule, rule.veto.groups, 'veto.groups');
    checkThreshold(rule.veto.threshold, 'veto.threshold');
  }
  if (!rule.consensus && rule.broadAgreement === null && rule.majority === null) {
    throw new TallyInputError('rule.no-grade', 'the rule has no grade that adopts');
  }
}

export interface RuleFault {
  /** Code of the `TallyInputError`, or `rule.group-missing` and `rule.group-unknown` against the dialogue's groups. */
  reason: string;
  /** Below the rule, dot-separated; '' for the rule as a whole. */
  path: string;
  group?: string;
}

/** What keeps a rule from being used in a dialogue of these groups: its own sense first, then exactly the groups; `null`: nothing. */
export function ruleFault(rule: DecisionRule, groupIds: readonly string[]): RuleFault | null {
  try {
    checkRule(rule);
  } catch (error) {
    if (!(error instanceof TallyInputError)) throw error;
    return { reason: error.code, path: error.path };
  }
  const missing = groupIds.find((id) => !rule.groups.includes(id));
  if (missing !== undefined) return { reason: 'rule.group-missing', path: 'groups', group: missing };
  const unknown = rule.groups.find((id) => !groupIds.includes(id));
  return unknown === undefined ? null : { reason: 'rule.group-unknown', path: 'groups', group: unknown };
}
