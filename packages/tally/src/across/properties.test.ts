import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds } from '../test-properties.js';
import { countDecision } from '../yes-no/count-decision.js';
import { defaultRule, type DecisionRule } from '../yes-no/rule.js';
import { suppressGroups, type GroupCell } from './suppress.js';

const GROUPS = ['gov', 'cso', 'biz'];
const threshold = fc.record({ num: fc.integer({ min: 0, max: 5 }), den: fc.integer({ min: 5, max: 6 }), comparator: fc.constantFrom('>' as const, '>=' as const) });
const clause = fc.record({
  threshold, needed: fc.oneof(
    fc.constant({ kind: 'required' as const }),
    fc.record({ kind: fc.constant('at-least' as const), groups: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('accepting-weight' as const), share: threshold }),
  ),
});
const rung = fc.record({ overall: threshold, group: fc.option(clause), weightedShare: fc.option(threshold) });
const rules: fc.Arbitrary<DecisionRule> = fc.record({
  base: fc.constantFrom('yes+no' as const, 'yes+no+abstain' as const, 'cast' as const, 'present' as const, 'entitled' as const),
  requiredGroups: fc.subarray([...GROUPS]), consensus: fc.boolean(), broadAgreement: fc.option(rung), majority: rung,
  quorum: fc.record({ counted: fc.constant('cast' as const), overall: fc.option(threshold), perGroup: fc.option(threshold) }),
  weights: fc.record({ gov: fc.record({ num: fc.integer({ min: 0, max: 3 }), den: fc.integer({ min: 1, max: 2 }) }) }),
  veto: fc.option(fc.record({ groups: fc.subarray([...GROUPS]), threshold })),
}).map((r) => ({ ...defaultRule(GROUPS), ...r }));

const votes = fc.array(fc.record({ yes: fc.nat(9), no: fc.nat(9), abstain: fc.nat(3), absent: fc.nat(4) }), { minLength: 3, maxLength: 3 });

function decide(rule: DecisionRule, rows: readonly { yes: number; no: number; abstain: number; absent: number }[]) {
  return countDecision({
    rule, electorate: Object.fromEntries(GROUPS.map((g, i) => [g, rows[i]!.yes + rows[i]!.no + rows[i]!.abstain + rows[i]!.absent])),
    ballots: GROUPS.flatMap((group, i) => (['yes', 'no', 'abstain'] as const).map((choice) => ({ group, choice, count: rows[i]![choice] }))),
  });
}

describe('a decision', () => {
  it('is never lost by one more yes, from an absent member or from a new one', () => {
    holds(fc.tuple(rules, votes, fc.integer({ min: 0, max: 2 }), fc.boolean()), ([rule, rows, at, isNew]) => {
      if (!decide(rule, rows).adopted) return;
      const more = rows.map((r, i) => (i === at ? { ...r, yes: r.yes + 1, absent: isNew ? r.absent : Math.max(0, r.absent - 1) } : r));
      expect(decide(rule, more).adopted).toBe(true);
    }, 600);
  });

  it('is never won by one more no', () => {
    holds(fc.tuple(rules, votes, fc.integer({ min: 0, max: 2 })), ([rule, rows, at]) => {
      const before = decide(rule, rows);
      if (before.adopted || before.grade === 'not-adopted-no-quorum' || before.grade === 'undecided') return;
      expect(decide(rule, rows.map((r, i) => (i === at ? { ...r, no: r.no + 1 } : r))).adopted).toBe(false);
    }, 300);
  });

  it('names a failed clause whenever it is not adopted, and each failed clause does fail', () => {
    holds(fc.tuple(rules, votes), ([rule, rows]) => {
      const r = decide(rule, rows);
      if (!r.adopted) expect(r.failed.length).toBeGreaterThan(0);
      for (const f of r.failed) expect(r.clauses.some((c) => c.id === f.id && c.group === f.group && !c.holds)).toBe(true);
    }, 300);
  });
});

describe('suppression', () => {
  const cells: fc.Arbitrary<GroupCell[]> = fc.array(fc.record({ yes: fc.nat(9), no: fc.nat(9) }), { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map((figures, i): GroupCell => ({ group: `g${i}`, voters: figures.yes + figures.no, figures })));

  it('is never invertible: what is hidden is nobody, or two groups and a floor of people at least', () => {
    holds(fc.tuple(cells, fc.integer({ min: 2, max: 8 })), ([table, floor]) => {
      const r = suppressGroups(table, { floor });
      for (const c of r.published) expect(c.voters === 0 || c.voters >= floor).toBe(true);
      if (r.total === null) {
        expect(table.reduce((s, c) => s + c.voters, 0)).toBeLessThan(floor);
        return;
      }
      const hidden = r.total.voters - r.published.reduce((s, c) => s + c.voters, 0);
      if (r.suppressed.length === 0) expect(hidden).toBe(0);
      else if (r.suppressed.length === 1) throw new Error('one hidden group follows from the total');
      else expect(hidden).toBeGreaterThanOrEqual(floor);
    }, 400);
  });

  it('hides no more than it must: without a small group everything is shown', () => {
    holds(cells, (table) => {
      const r = suppressGroups(table, { floor: 2 });
      const isSmallThere = table.some((c) => c.voters === 1);
      expect(r.suppressed.length > 0).toBe(isSmallThere);
    });
  });
});
