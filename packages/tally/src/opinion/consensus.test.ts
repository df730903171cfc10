import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consensusList, groupConsensus, orderByConsensus } from './consensus.js';
import { countByGroup, countByNamedGroup, countVotes, type GroupVotes } from './counts.js';
import { proportionTest, smoothed, twoProportionTest } from './proportions.js';
import { representativeness, representativeStatements, type Representativeness } from './representative.js';
import { rowsOf, SEEDS } from './test-votes.js';
import { packVotes, type VoteRow } from './votes.js';

/** One statement, per group [agree, disagree, seen]. */
const table = (...groups: [number, number, number][]): GroupVotes => ({
  groups: groups.map((_, g) => String(g)), sizes: groups.map((g) => g[2]), statements: ['s'],
  agree: Uint32Array.from(groups, (g) => g[0]), disagree: Uint32Array.from(groups, (g) => g[1]), seen: Uint32Array.from(groups, (g) => g[2]),
});

describe('group-informed consensus', () => {
  // (n+1)/(n+2) cubed: a unanimous yes of three groups of n people (decisions.md, computed independently)
  it.each([[1, 0.296], [3, 0.512], [5, 0.63], [10, 0.77], [30, 0.909], [60, 0.952]])('three unanimous groups of %i give %d', (n, value) => {
    expect(groupConsensus(table([n, 0, n], [n, 0, n], [n, 0, n])).agree[0]).toBeCloseTo(value, 3);
  });

  it('a pooled 92 % of yes is little where one group says no', () => {
    expect(groupConsensus(table([5, 0, 5], [40, 0, 40], [1, 4, 5])).agree[0]).toBeCloseTo(0.239, 3);
  });

  it('a group without votes contributes one half', () => {
    expect(groupConsensus(table([1, 0, 1], [0, 0, 0]))).toEqual({ agree: Float64Array.of(1 / 3), disagree: Float64Array.of(1 / 6) });
  });

  it('orders equal products as equal, however the factors round', () => {
    const votes: GroupVotes = {
      groups: ['0', '1'], sizes: [8, 8], statements: ['a', 'b', 'c'],
      agree: Uint32Array.of(0, 1, 2, 1, 0, 2), disagree: new Uint32Array(6), seen: Uint32Array.of(1, 5, 2, 5, 1, 2),
    };
    expect(orderByConsensus(votes)).toEqual(['c', 'a', 'b']);
    expect(orderByConsensus(votes, 'disagree')).toEqual(['c', 'a', 'b']);
  });
});

describe('proportions', () => {
  it('tests against one half: 1 without a vote, 0 where one short of half agree', () => {
    expect(proportionTest(0, 0)).toBe(1);
    expect(proportionTest(1, 3)).toBe(0);
    expect(proportionTest(3, 3)).toBe(2);
    expect(smoothed(0, 0)).toBe(0.5);
  });
  it('compares two shares: 0 where equal or where nothing varies, odd under exchange', () => {
    expect(twoProportionTest(0, 0, 0, 0)).toBe(0);
    expect(twoProportionTest(4, 9, 4, 9)).toBe(0);
    expect(twoProportionTest(6, 6, 3, 9)).toBeCloseTo(-twoProportionTest(3, 9, 6, 6), 12);
  });
});

describe('consensus list', () => {
  it('lists both directions, the best five, without what is moderated out', () => {
    const rows: VoteRow[] = [];
    for (let s = 0; s < 8; s++) for (let p = 0; p < 20; p++) rows.push({ participant: `${p}`, statement: `${s}`, vote: p < 13 + s ? 1 : -1 });
    for (let p = 0; p < 20; p++) rows.push({ participant: `${p}`, statement: '8', vote: -1 }, { participant: `${p}`, statement: '9', vote: p < 10 ? 1 : -1 });
    const votes = packVotes(rows);
    const all = countByGroup(votes, ['all'], new Int8Array(20));
    const list = consensusList(all, new Set(['7']));
    expect(list.agree.map((s) => s.statement)).toEqual(['6', '5', '4', '3', '2']);
    expect(list.disagree.map((s) => s.statement)).toEqual(['8']);
    expect(list.agree[0]).toEqual({ statement: '6', success: 19, trials: 20, p: 20 / 22, pTest: 2 * Math.sqrt(21) * (20 / 21 - 0.5) });
  });
});

describe('representative statements', () => {
  // group a agrees with x and rejects y, group b the other way round; both agree with z, nobody voted on n
  const rows: VoteRow[] = Array.from({ length: 12 }, (_, p) => [
    { participant: `${p}`, statement: 'x', vote: p < 6 ? 1 : -1 } as VoteRow,
    { participant: `${p}`, statement: 'y', vote: p < 6 ? -1 : 1 } as VoteRow,
    { participant: `${p}`, statement: 'z', vote: 1 } as VoteRow,
  ]).flat();
  const votes = countByNamedGroup(packVotes(rows, { statements: ['n', 'x', 'y', 'z'] }), Object.fromEntries(Array.from({ length: 12 }, (_, p) => [p, p < 6 ? 'a' : 'b'])));

  it('finds what sets a group apart, agreements first', () => {
    const found = representativeStatements(votes);
    expect(found['a']!.map((r) => [r.statement, r.direction])).toEqual([['x', 'agree'], ['y', 'disagree']]);
    expect(found['b']!.map((r) => [r.statement, r.direction])).toEqual([['y', 'agree'], ['x', 'disagree']]);
    expect(found['a']![0]).toMatchObject({ success: 6, trials: 6, p: 7 / 8, repness: 7 });
  });

  it('takes the five strongest, agreements first', () => {
    const many = Array.from({ length: 12 }, (_, p) => Array.from({ length: 8 }, (_, s): VoteRow => ({ participant: `${p}`, statement: `${s}`, vote: (p < 6) === s < 4 ? 1 : -1 }))).flat();
    const found = representativeStatements(countByNamedGroup(packVotes(many), Object.fromEntries(Array.from({ length: 12 }, (_, p) => [p, p < 6 ? 'a' : 'b']))));
    expect(found['a']!.map((r) => r.direction)).toEqual(['agree', 'agree', 'agree', 'agree', 'disagree']);
  });

  it('leaves out what is moderated out, and falls back on the statement agreed with most', () => {
    expect(representativeStatements(votes, new Set(['x', 'y']))['a']!.map((r) => r.statement)).toEqual(['z']);
    expect(representativeStatements(votes, new Set(['x', 'y', 'z']))['a']).toEqual([]);
  });
});

describe.each(SEEDS)('properties, seed %i', (seed) => {
  const check = (run: (rows: VoteRow[]) => void): void => fc.assert(fc.property(fc.integer().map(rowsOf), run), { seed, numRuns: 60 });
  const halves = (rows: readonly VoteRow[]): GroupVotes => {
    const votes = packVotes(rows);
    return countByGroup(votes, ['0', '1'], votes.participants.map((p) => Number(p) % 2));
  };

  it('groups add up to the total, and a vote is agree, disagree or pass', () => {
    check((rows) => {
      const votes = packVotes(rows);
      const total = countVotes(votes);
      const parts = halves(rows);
      votes.statements.forEach((id, c) => {
        const sum = (from: Uint32Array): number => from[c]! + from[votes.statements.length + c]!;
        const { agree, disagree, pass } = total.statements[id]!;
        expect([sum(parts.agree), sum(parts.disagree), sum(parts.seen)]).toEqual([agree, disagree, agree + disagree + pass]);
      });
    });
  });

  it('turning every vote round exchanges agree and disagree everywhere', () => {
    check((rows) => {
      const turned = rows.map((r) => ({ ...r, vote: (0 - r.vote) as VoteRow['vote'] }));
      const [a, b] = [halves(rows), halves(turned)];
      expect(groupConsensus(b).agree).toEqual(groupConsensus(a).disagree);
      expect(orderByConsensus(b, 'disagree')).toEqual(orderByConsensus(a));
      const [all, other] = [rows, turned].map((r) => countByGroup(packVotes(r), ['all'], new Int8Array(100)));
      expect(consensusList(other!).disagree).toEqual(consensusList(all!).agree);
      for (const g of [0, 1]) {
        const strip = (r: Representativeness): unknown => ({ ...r, direction: null });
        expect(representativeness(b, g).map((r) => strip(r.disagree))).toEqual(representativeness(a, g).map((r) => strip(r.agree)));
      }
    });
  });

  it('the order of the rows means nothing as long as nobody votes twice', () => {
    check((rows) => {
      expect(packVotes([...rows].reverse())).toEqual(packVotes(rows));
    });
  });
});
