import { describe, expect, it } from '@jest/globals';
import { TallyInputError } from '../errors.js';
import { countDecision } from './count-decision.js';
import type { DecisionBallot } from './figures.js';
import { defaultRule, type DecisionRule } from './rule.js';

const groups = ['gov', 'cso', 'biz'];
const rule = defaultRule(groups);
type Row = [yes: number, no: number, abstain?: number];

function ballots(rows: Record<string, Row>): DecisionBallot[] {
  return Object.entries(rows).flatMap(([group, [yes, no, abstain = 0]]) => [
    { group, choice: 'yes' as const, count: yes }, { group, choice: 'no' as const, count: no }, { group, choice: 'abstain' as const, count: abstain },
  ]);
}
function count(rows: Record<string, Row>, used: DecisionRule = rule, electorate: Record<string, number> | null = null) {
  const cast = Object.fromEntries(Object.entries(rows).map(([g, r]) => [g, r[0] + r[1] + (r[2] ?? 0)]));
  return countDecision({ rule: used, electorate: electorate ?? cast, ballots: ballots(rows) });
}

describe('the default ladder', () => {
  it.each([
    ['consensus', { gov: [5, 0, 1], cso: [40, 0], biz: [1, 0] }],
    ['broad-agreement', { gov: [3, 2], cso: [40, 0], biz: [3, 2] }],
    ['majority', { gov: [5, 0], cso: [40, 0], biz: [1, 4] }],
    ['majority', { gov: [3, 2], cso: [6, 4], biz: [3, 2] }],
    ['not-adopted', { gov: [3, 3], cso: [4, 4], biz: [1, 1] }],
    ['undecided', { gov: [0, 0, 3], cso: [0, 0, 4], biz: [0, 0, 2] }],
  ] as [string, Record<string, Row>][])('%s', (grade, rows) => {
    expect(count(rows).grade).toBe(grade);
  });

  it('names the group clause that was missed, as exact fractions', () => {
    const r = count({ gov: [5, 0], cso: [40, 0], biz: [1, 4] });
    expect(r.adopted).toBe(true);
    expect(r.failed).toEqual([{ id: 'broad-agreement.group', group: 'biz' }]);
    expect(r.clauses.find((c) => c.id === 'broad-agreement.overall')).toEqual(
      { id: 'broad-agreement.overall', needed: { num: 2, den: 3, comparator: '>=' }, actual: { num: 46, den: 50 }, holds: true });
    expect(r.clauses.find((c) => c.id === 'broad-agreement.group' && c.group === 'biz')!.actual).toEqual({ num: 1, den: 5 });
  });

  it('is a single rung when the rule has no majority: not adopted, business 1 of 5', () => {
    const r = count({ gov: [5, 0], cso: [40, 0], biz: [1, 4] }, { ...rule, majority: null });
    expect(r.grade).toBe('not-adopted');
    expect(r.failed).toEqual([{ id: 'broad-agreement.group', group: 'biz' }]);
  });

  it('asks the quorum of every required group: half is not more than half', () => {
    const electorate = { gov: 10, cso: 40, biz: 10 };
    const r = count({ gov: [6, 0], cso: [40, 0], biz: [4, 0, 1] }, rule, electorate);
    expect(r.grade).toBe('not-adopted-no-quorum');
    expect(r.failed).toEqual([{ id: 'quorum.group', group: 'biz' }]);
    expect(count({ gov: [6, 0], cso: [40, 0], biz: [4, 0, 2] }, rule, electorate).grade).toBe('consensus');
  });

  it('has no quorum when a required group is absent, even with an «at least 0» quorum', () => {
    expect(count({ gov: [5, 0], cso: [40, 0] }).failed).toEqual([{ id: 'quorum.group', group: 'biz' }]);
    const lax: DecisionRule = { ...rule, quorum: { counted: 'cast', overall: null, perGroup: { num: 0, den: 1, comparator: '>=' } } };
    expect(count({ gov: [5, 0], cso: [40, 0] }, lax).grade).toBe('not-adopted-no-quorum');
  });

  it('needs a yes in every required group for consensus, and fails the clause of an empty one', () => {
    const r = count({ gov: [5, 0], cso: [40, 0], biz: [0, 0, 3] });
    expect(r.grade).toBe('majority');
    expect(r.failed).toEqual([{ id: 'broad-agreement.group', group: 'biz' }]);
    expect(r.clauses.filter((c) => c.id === 'consensus.group-yes').map((c) => c.holds)).toEqual([true, true, false]);
  });

  it('does not confuse 2 of 3 with > 2/3', () => {
    const strict: DecisionRule = { ...rule, broadAgreement: { ...rule.broadAgreement!, overall: { num: 2, den: 3, comparator: '>' } } };
    const rows: Record<string, Row> = { gov: [2, 1], cso: [2, 1], biz: [2, 1] };
    expect(count(rows).grade).toBe('broad-agreement');
    expect(count(rows, strict).grade).toBe('majority');
  });
});

describe('other rules', () => {
  const noQuorum: DecisionRule = { ...rule, quorum: { counted: 'cast', overall: null, perGroup: null } };

  it('0 : 0 is undecided, never adopted', () => {
    expect(count({ gov: [0, 0], cso: [0, 0], biz: [0, 0] }, noQuorum).grade).toBe('undecided');
  });

  it('counts the consent scale: reservations are yes, block is no', () => {
    const scale: DecisionRule = { ...rule, ballot: 'consent-scale' };
    const cast = (choice: 'support' | 'can-live-with' | 'reservations' | 'block', group: string): DecisionBallot => ({ group, choice });
    const electorate = { gov: 1, cso: 2, biz: 1 };
    const r = countDecision({ rule: scale, electorate, ballots: [cast('support', 'gov'), cast('can-live-with', 'cso'), cast('reservations', 'cso'), cast('support', 'biz')] });
    expect(r.grade).toBe('consensus');
    expect(r.overall).toMatchObject({ yes: 4, no: 0, support: 2, canLiveWith: 1, reservations: 1, block: 0 });
    const blocked = countDecision({ rule: scale, electorate, ballots: [cast('support', 'gov'), cast('support', 'cso'), cast('block', 'cso'), cast('support', 'biz')] });
    expect(blocked.grade).toBe('majority');
    expect(() => countDecision({ rule: scale, electorate, ballots: [{ group: 'gov', choice: 'yes' }] })).toThrow(TallyInputError);
  });

  it.each([
    ['yes+no', 'majority'], ['yes+no+abstain', 'majority'], ['cast', 'not-adopted'], ['present', 'not-adopted'], ['entitled', 'not-adopted'],
  ] as const)('takes the share of %s', (base, grade) => {
    const used: DecisionRule = { ...defaultRule(['all']), base, consensus: false, broadAgreement: null, quorum: noQuorum.quorum };
    const r = countDecision({
      rule: used, electorate: { all: 14 }, present: { all: 12 },
      ballots: [{ group: 'all', choice: 'yes', count: 5 }, { group: 'all', choice: 'no', count: 3 }, { group: 'all', choice: 'abstain' }, { group: 'all', choice: 'invalid' }],
    });
    expect(r.grade).toBe(grade);
  });

  it('passes with k of G groups', () => {
    const kOfG = (groupsNeeded: number): DecisionRule => ({
      ...noQuorum, consensus: false, broadAgreement: null,
      majority: { overall: { num: 1, den: 2, comparator: '>' }, group: { threshold: { num: 1, den: 2, comparator: '>' }, needed: { kind: 'at-least', groups: groupsNeeded } }, weightedShare: null },
    });
    const rows: Record<string, Row> = { gov: [3, 1], cso: [9, 1], biz: [1, 3] };
    expect(count(rows, kOfG(2)).grade).toBe('majority');
    const r = count(rows, kOfG(3));
    expect(r.grade).toBe('not-adopted');
    expect(r.failed).toEqual([{ id: 'majority.groups' }]);
  });

  it('weighs accepting groups: half of the weight is not more than half; weight 0 counts in the total only', () => {
    const weighed: DecisionRule = {
      ...noQuorum, consensus: false, broadAgreement: null, weights: { gov: { num: 1, den: 2 }, cso: { num: 1, den: 2 }, biz: { num: 0, den: 1 } },
      majority: { overall: { num: 1, den: 2, comparator: '>' }, group: { threshold: { num: 1, den: 2, comparator: '>' }, needed: { kind: 'accepting-weight', share: { num: 1, den: 2, comparator: '>' } } }, weightedShare: null },
    };
    const r = count({ gov: [5, 1], cso: [1, 2], biz: [9, 0] }, weighed);
    expect(r.failed).toEqual([{ id: 'majority.weight' }]);
    expect(r.clauses.find((c) => c.id === 'majority.weight')!.actual).toEqual({ num: 1, den: 2 });
    expect(count({ gov: [5, 1], cso: [2, 1], biz: [0, 1] }, weighed).grade).toBe('majority');
  });

  it('gives every group the same voice by the weighted share', () => {
    const equal: DecisionRule = { ...noQuorum, consensus: false, broadAgreement: null, majority: { overall: null, group: null, weightedShare: { num: 1, den: 2, comparator: '>' } } };
    const r = count({ gov: [1, 3], cso: [40, 0], biz: [1, 3] }, equal);
    expect(r.clauses.find((c) => c.id === 'majority.weighted-share')).toMatchObject({ actual: { num: 1, den: 2 }, holds: false });
    expect(r.grade).toBe('not-adopted');
  });

  it('lets a group block', () => {
    const veto: DecisionRule = { ...rule, veto: { groups: ['biz'], threshold: { num: 3, den: 4, comparator: '>' } } };
    expect(count({ gov: [5, 0], cso: [40, 0], biz: [1, 3] }, veto).grade).toBe('majority');
    const r = count({ gov: [5, 0], cso: [40, 0], biz: [1, 4] }, veto);
    expect(r.grade).toBe('not-adopted');
    expect(r.failed).toEqual([{ id: 'veto.group', group: 'biz' }]);
  });

  it.each(['not-adopted', 'undecided', 'adopted'] as const)('an exact tie is what the rule says: %s', (tie) => {
    const r = count({ gov: [1, 1], cso: [2, 2], biz: [1, 1] }, { ...rule, tie });
    expect(r.tie).toBe(true);
    expect(r.grade).toBe(tie === 'adopted' ? 'majority' : tie);
    expect(r.steps.at(-1)).toEqual({ step: 'tie', holds: true, clauses: [] });
  });

  it('refuses what cannot be counted', () => {
    const code = (run: () => unknown): string => { try { run(); } catch (e) { return (e as TallyInputError).code; } return 'counted'; };
    const one = { gov: 1, cso: 1, biz: 1 };
    expect(code(() => countDecision({ rule, electorate: one, ballots: [{ group: 'gov', choice: 'yes', count: 2 }] }))).toBe('ballot.too-many');
    expect(code(() => countDecision({ rule, electorate: one, ballots: [{ group: 'none', choice: 'yes' }] }))).toBe('ballot.group-unknown');
    expect(code(() => countDecision({ rule, electorate: one, ballots: [{ group: 'gov', choice: 'toString' as 'yes' }] }))).toBe('ballot.choice-unknown');
    expect(code(() => countDecision({ rule, electorate: one, ballots: [{ group: 'gov', choice: 'yes', count: -1 }] }))).toBe('number.not-whole');
    expect(code(() => countDecision({ rule: { ...rule, requiredGroups: ['x'] }, electorate: one, ballots: [] }))).toBe('rule.group-unknown');
    expect(code(() => countDecision({ rule: { ...rule, algorithm: { id: 'yes-no', version: 99 } }, electorate: one, ballots: [] }))).toBe('rule.algorithm-unknown');
  });

  it('is plain JSON', () => {
    const r = count({ gov: [5, 0], cso: [40, 0], biz: [1, 4] });
    expect(JSON.parse(JSON.stringify(r))).toEqual(r);
  });
});
