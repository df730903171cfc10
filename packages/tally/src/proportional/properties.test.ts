import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, div, fromFraction, min, ratio, sub, whole, ZERO, type Rational } from '../exact/rational.js';
import { OPTIONS, approvalBallots, holds, rankedBallots } from '../test-properties.js';
import { makeProfile } from '../ranked/profile.js';
import { makeApprovalProfile } from '../single/ballots.js';
import { mes, seqPhragmen } from './committees.js';
import { mesCosts } from './budgeting.js';
import { stvMeek } from './stv-meek.js';
import { stvScottish } from './stv-scottish.js';
import { stvWigm } from './stv-wigm.js';

const seats = fc.integer({ min: 1, max: 4 });
const units = (text: string): bigint => BigInt(text.replace('.', ''));
const parse = (text: string): Rational => {
  const [num, den = '1'] = text.split('/');
  return ratio(BigInt(num!), BigInt(den));
};

describe('STV conserves votes', () => {
  it('Scottish: votes, exhausted papers and lost fractions are the valid papers in every stage', () => {
    holds(fc.tuple(rankedBallots(), seats), ([ballots, k]) => {
      const r = stvScottish(makeProfile(OPTIONS, ballots), { seats: k });
      for (const stage of r.stages) {
        const sum = Object.values(stage.votes).reduce((s, v) => s + units(v), 0n) + units(stage.nontransferable) + units(stage.lostFractions);
        expect(sum).toBe(BigInt(r.valid) * 100_000n);
      }
      expect(r.winners).toHaveLength(k);
      expect(new Set(r.electedOrder)).toEqual(new Set(r.winners));
    });
  });

  it('WIGM: tallies and nontransferable votes are the valid papers in every round', () => {
    holds(fc.tuple(rankedBallots(true), seats), ([ballots, k]) => {
      const r = stvWigm(makeProfile(OPTIONS, ballots), { seats: k });
      for (const round of r.rounds) {
        const sum = Object.values(round.tallies).reduce((s, v) => s + Math.round(v * 10_000), 0) + Math.round(round.nontransferable * 10_000);
        expect(sum).toBe(r.valid * 10_000);
      }
      expect(new Set(r.winners).size).toBe(k);
    });
  });

  it('Meek: nobody holds more than all ballots, every quota is votes/(seats+1), and the seats are filled', () => {
    holds(fc.tuple(rankedBallots(), seats, fc.constantFrom('split' as const, 'equalize' as const, 'exhaust' as const)), ([ballots, k, equalRanks]) => {
      const r = stvMeek(makeProfile(OPTIONS, ballots), { seats: k, equalRanks });
      const all = BigInt(ballots.reduce((s, b) => s + b.count!, 0)) * 1_000_000_000n;
      for (const step of r.steps) {
        const sum = Object.values(step.votes).reduce((s, v) => s + units(v), 0n);
        expect(sum <= all).toBe(true);
        expect(units(step.quota)).toBe(sum / BigInt(k + 1) + 1n);
      }
      expect(r.winners).toHaveLength(k);
    });
  });
});

describe('equal shares are priceable', () => {
  it('committees: supporters alone pay exactly one unit for each member, nobody beyond the share', () => {
    holds(fc.tuple(approvalBallots, seats), ([ballots, k]) => {
      const profile = makeApprovalProfile(OPTIONS, ballots);
      const r = mes(profile, { seats: k, completion: 'none' });
      const purse = profile.classes.map(() => parse(r.startBudget!));
      for (const step of r.steps) {
        const o = OPTIONS.indexOf(step.add);
        let paid = ZERO;
        profile.classes.forEach((c, i) => {
          if (!c.approves.includes(o)) return;
          const share = min(purse[i]!, parse(step.perVoter!));
          purse[i] = sub(purse[i]!, share);
          paid = add(paid, { num: share.num * BigInt(c.voters), den: share.den });
        });
        expect(compare(paid, whole(1))).toBe(0);
      }
      // Nobody left out could still be paid for by its supporters.
      for (const o of OPTIONS.filter((x) => !r.committee.includes(x) && r.committee.length < k)) {
        const money = profile.classes.reduce((s, c, i) => (c.approves.includes(OPTIONS.indexOf(o)) ? add(s, { num: purse[i]!.num * BigInt(c.voters), den: purse[i]!.den }) : s), ZERO);
        expect(compare(money, whole(1))).toBeLessThan(0);
      }
    });
  });

  it('costs: supporters alone pay exactly the cost, and the total stays inside the budget', () => {
    const costs = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 5, maxLength: 5 });
    holds(fc.tuple(approvalBallots, costs, fc.integer({ min: 1, max: 90 }), fc.constantFrom('cost' as const, 'cardinality' as const)), ([ballots, list, budget, utility]) => {
      const profile = makeApprovalProfile(OPTIONS, ballots);
      const r = mesCosts(profile, { costs: Object.fromEntries(OPTIONS.map((o, i) => [o, list[i]!])), budget, utility });
      const purse = profile.classes.map(() => parse(r.endowmentExact!));
      for (const step of r.steps) {
        let paid = ZERO;
        profile.classes.forEach((c, i) => {
          if (!c.approves.includes(OPTIONS.indexOf(step.add!))) return;
          const share = min(purse[i]!, parse(step.perVoter!));
          purse[i] = sub(purse[i]!, share);
          paid = add(paid, { num: share.num * BigInt(c.voters), den: share.den });
        });
        expect(compare(paid, parse(step.cost!))).toBe(0);
      }
      expect(r.totalCost).toBeLessThanOrEqual(budget);
    });
  });

  it('add1 buys at least as much as nothing added, and never more than the budget', () => {
    holds(fc.tuple(approvalBallots, fc.integer({ min: 5, max: 60 })), ([ballots, budget]) => {
      const input = { costs: { A: 7, B: 11, C: 5, D: 13, E: 3 }, budget };
      const profile = makeApprovalProfile(OPTIONS, ballots);
      const raised = mesCosts(profile, { ...input, completion: 'add1' });
      expect(raised.totalCost).toBeLessThanOrEqual(budget);
      expect(raised.lastFittingEndowment!).toBeGreaterThanOrEqual(Math.floor(budget / profile.voters));
    }, 60);
  });
});

describe('sequential Phragmén', () => {
  it('spreads exactly one load per member, and the largest load never falls', () => {
    holds(fc.tuple(approvalBallots, seats), ([ballots, k]) => {
      const profile = makeApprovalProfile(OPTIONS, ballots);
      const r = seqPhragmen(profile, { seats: k });
      const load = profile.classes.map(() => ZERO);
      let last = ZERO;
      let loaded = 0;
      for (const step of r.steps) {
        if (step.maxLoad === undefined) continue;
        const now = parse(step.maxLoad);
        expect(compare(now, last)).toBeGreaterThanOrEqual(0);
        profile.classes.forEach((c, i) => { if (c.approves.includes(OPTIONS.indexOf(step.add))) load[i] = now; });
        last = now;
        loaded++;
      }
      const total = profile.classes.reduce((s, c, i) => add(s, { num: load[i]!.num * BigInt(c.voters), den: load[i]!.den }), ZERO);
      expect(compare(total, whole(loaded))).toBe(0);
    });
  });
});

it('rational arithmetic: (a + b) − b = a, (a ÷ b) · b = a in lowest terms', () => {
  const fraction = fc.record({ num: fc.integer({ min: 1, max: 10 ** 9 }), den: fc.integer({ min: 1, max: 10 ** 9 }) }).map(fromFraction);
  holds(fc.tuple(fraction, fraction), ([a, b]) => {
    expect(sub(add(a, b), b)).toEqual(a);
    expect(div(a, div(b, b))).toEqual(a);
  });
});
