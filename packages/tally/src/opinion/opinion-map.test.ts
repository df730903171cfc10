import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { opinionGroups } from './opinion-groups.js';
import { opinionMap, type OpinionMap } from './opinion-map.js';
import { principalAxes, project } from './principal-axes.js';
import { campRows, rowsOf, SEEDS } from './test-votes.js';
import { packVotes, type OpinionVotes, type VoteRow } from './votes.js';

const mapOf = (rows: readonly VoteRow[], options: Parameters<typeof opinionMap>[1] = {}): OpinionMap => {
  const map = opinionMap(packVotes(rows), options);
  if (map.status !== 'map') throw new Error(`no map: ${map.reason}`);
  return map;
};

/** XᵀX of the centred votes, in the plain way. */
function gramOf(votes: OpinionVotes, means: Float64Array): number[][] {
  const n = votes.statements.length;
  const gram = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  for (let row = 0; row < votes.participants.length; row++) {
    const x = new Float64Array(n);
    for (let k = votes.offset[row]!; k < votes.offset[row + 1]!; k++) x[votes.column[k]!] = votes.value[k]! - means[votes.column[k]!]!;
    for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) gram[a]![b]! += x[a]! * x[b]!;
  }
  return gram;
}

const dotOf = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from({ length: a.length }, (_, i) => a[i]! * b[i]!).reduce((x, y) => x + y, 0);

describe('principal axes', () => {
  it('of two statements that are always answered alike lie between them', () => {
    const rows: VoteRow[] = [1, 1, -1, -1].flatMap((vote, p) => ['a', 'b'].map((statement) => ({ participant: `${p}`, statement, vote: vote as 1 | -1 })));
    const votes = packVotes(rows);
    const axes = principalAxes(votes);
    expect([...axes.first]).toEqual([Math.SQRT1_2, Math.SQRT1_2].map((x) => expect.closeTo(x, 12)));
    expect(axes.variance[0]).toBeCloseTo(8, 9);
    expect([...project(votes, axes)].filter((_, i) => i % 2 === 0)).toEqual([1, 1, -1, -1].map((x) => expect.closeTo(x * Math.SQRT2, 9)));
  });

  it('keeps a statement moderated out at zero, and stretches who voted on few', () => {
    const rows = campRows(2, 8, 6).filter((r) => r.participant !== '0' || r.statement === '1');
    const votes = packVotes(rows);
    const axes = principalAxes(votes, { moderatedOut: new Set(['3']) });
    expect([axes.means[3], axes.first[3], axes.second[3]]).toEqual([0, 0, 0]);
    const deviation = votes.value[0]! - axes.means[1]!;
    expect(project(votes, axes)[0]).toBeCloseTo(deviation * axes.first[1]! * Math.sqrt(6), 9);
  });

  it('starts from an earlier result, with new statements, and keeps the signs', () => {
    const before = principalAxes(packVotes(campRows(3, 20, 12)));
    const votes = packVotes(campRows(3, 20, 14));
    const cold = principalAxes(votes, { tolerance: 1e-9 });
    const warm = principalAxes(votes, { previous: before, tolerance: 1e-9 });
    expect(Math.abs(dotOf(cold.first, warm.first))).toBeCloseTo(1, 9);
    expect(dotOf(before.first, warm.first.subarray(0, 12))).toBeGreaterThan(0);
    expect(dotOf(before.second, warm.second.subarray(0, 12))).toBeGreaterThan(0);
    expect(principalAxes(votes, { previous: cold }).passes).toBeLessThanOrEqual(2);
  });
});

describe('opinion map', () => {
  it.each([2, 3])('finds %i camps and what describes them', (camps) => {
    const map = mapOf(campRows(camps, 20, 24));
    expect(map.groups.sizes).toEqual(Array.from({ length: camps }, () => 20));
    for (let camp = 0; camp < camps; camp++) expect(new Set(map.group.slice(20 * camp, 20 * camp + 20)).size).toBe(1);
    expect(Object.values(map.representative).every((list) => list.length > 0)).toBe(true);
  });

  it('says that there is not enough data instead of drawing', () => {
    expect(opinionMap(packVotes([]))).toMatchObject({ status: 'not-enough-data', reason: 'too-few-statements', have: 0, needed: 2 });
    expect(opinionMap(packVotes(campRows(2, 4, 8)))).toMatchObject({ status: 'not-enough-data', reason: 'too-few-participants', have: 8, needed: 10 });
    const agreed = campRows(2, 10, 8).map((r) => ({ ...r, vote: 1 as const }));
    expect(opinionMap(packVotes(agreed))).toMatchObject({ status: 'not-enough-data', reason: 'no-groups' });
    expect(opinionMap(packVotes(campRows(2, 9, 8)), { minGroupSize: 10 })).toMatchObject({ reason: 'too-few-participants', needed: 20 });
  });

  it('never shows a group below the minimum size', () => {
    const rows = [...campRows(2, 12, 12), ...campRows(2, 1, 12).filter((r) => r.participant === '0').map((r, i) => ({ ...r, participant: '99', vote: (i % 3) - 1 as 0 }))];
    expect(Math.min(...mapOf(rows).groups.sizes)).toBeGreaterThanOrEqual(5);
  });

  it('places who voted too little without grouping them', () => {
    const rows = campRows(2, 10, 12).filter((r) => r.participant !== '3' || Number(r.statement) < 6);
    const map = mapOf(rows);
    expect([...map.group].indexOf(-1)).toBe(3);
    expect(map.groups.sizes.reduce((a, b) => a + b)).toBe(19);
    expect(mapOf(rows, { minVotes: 6 }).group[3]).toBeGreaterThanOrEqual(0);
  });

  it('keeps the numbers of the groups from one map to the next', () => {
    const first = mapOf(campRows(3, 20, 24));
    const more = [...campRows(3, 20, 24), ...campRows(3, 50, 24).filter((r) => Number(r.participant) >= 100).map((r) => ({ ...r, participant: `1${r.participant}` }))];
    const next = mapOf(more, { previous: first });
    expect(next.group.slice(0, 60)).toEqual(first.group);
  });

  it('changes the number of groups only when the new one has won several times in a row', () => {
    const points = (camps: number): Float64Array => Float64Array.from(Array.from({ length: 60 }, (_, i) => [10 * Math.cos((i % camps) * 2.1) + (i % 7) * 0.1, 10 * Math.sin((i % camps) * 2.1) + (i % 5) * 0.1]).flat());
    let state = opinionGroups(points(2))!;
    expect(state.k).toBe(2);
    const seen = Array.from({ length: 4 }, () => {
      state = opinionGroups(points(3), { previous: state })!;
      return state.k;
    });
    expect(seen).toEqual([2, 2, 2, 3]);
  });
});

describe.each(SEEDS)('properties, seed %i', (seed) => {
  const check = (run: (votes: OpinionVotes) => void, numRuns = 60): void => fc.assert(fc.property(fc.integer().map((seed) => packVotes(rowsOf(seed))), run), { seed, numRuns });

  it('axes are unit vectors at right angles, and eigenvectors of the Gram matrix', () => {
    check((votes) => {
      const axes = principalAxes(votes, { tolerance: 1e-7, maxPasses: 5000 });
      const gram = gramOf(votes, axes.means);
      const scale = Math.max(1e-9, axes.variance[0]);
      expect(Math.abs(dotOf(axes.first, axes.second))).toBeLessThan(1e-9);
      [axes.first, axes.second].forEach((axis, b) => {
        if (axes.variance[b]! < 1e-9) return;
        expect(dotOf(axis, axis)).toBeCloseTo(1, 9);
        const image = gram.map((row) => dotOf(row, axis));
        const off = Math.sqrt(image.reduce((sum, x, i) => sum + (x - axes.variance[b]! * axis[i]!) ** 2, 0));
        expect(off / scale).toBeLessThan(1e-3);
      });
      const trace = gram.reduce((sum, row, i) => sum + row[i]!, 0);
      expect(axes.variance[0] + axes.variance[1]).toBeLessThanOrEqual(trace * (1 + 1e-9) + 1e-9);
    });
  });

  it('everybody belongs to the nearest centre, groups keep the minimum size, the silhouette is between 0 and 1', () => {
    const points = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 120 }).map((xs) => Float64Array.from(xs.slice(0, xs.length - (xs.length % 2))));
    fc.assert(fc.property(points, fc.integer({ min: 1, max: 6 }), (xy, minGroupSize) => {
      const found = opinionGroups(xy, { minGroupSize });
      if (found === null) return;
      expect(Math.min(...found.sizes)).toBeGreaterThanOrEqual(minGroupSize);
      expect(found.silhouette).toBeGreaterThan(0);
      expect(found.silhouette).toBeLessThanOrEqual(1);
      const distance = (i: number, c: number): number => (xy[2 * i]! - found.centres[2 * c]!) ** 2 + (xy[2 * i + 1]! - found.centres[2 * c + 1]!) ** 2;
      found.label.forEach((own, i) => expect(distance(i, own)).toBeCloseTo(Math.min(...found.sizes.map((_, c) => distance(i, c))), 9));
      expect(found.label.reduce((sum, own, i) => sum + distance(i, own), 0)).toBeCloseTo(found.within, 6);
    }), { seed, numRuns: 60 });
  });

  it('the same votes give the same map, whoever started it', () => {
    check((votes) => {
      expect(opinionMap(votes, { minVotes: 1, minGroupSize: 2 })).toEqual(opinionMap(votes, { minVotes: 1, minGroupSize: 2 }));
    }, 30);
  });
});
