import { describe, expect, it } from '@jest/globals';
import { TallyInputError } from '../errors.js';
import { countRanking } from './count-ranking.js';
import { makeProfile, makeProfileOfIndexes, type RankedBallot } from './profile.js';

/** "5 ACBED" = five ballots A > C > B > E > D; "2 A(BC)" = B and C share the second place. */
function parse(lines: readonly string[], group?: string): RankedBallot[] {
  return lines.map((line) => {
    const [count, text] = line.split(' ') as [string, string];
    const ranking = [...text.matchAll(/\(([^)]*)\)|(.)/g)].map((m) => [...(m[1] ?? m[2]!)]);
    return { count: Number(count), ranking, ...(group === undefined ? {} : { group }) };
  });
}

const schulze45 = parse(['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC']);

describe('countRanking', () => {
  it('counts the published example of 45 voters', () => {
    const r = countRanking({ options: [...'ABCDE'], ballots: schulze45 });
    expect(r.winners).toEqual(['E']);
    expect(r.ranking).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
    expect(r.strongestPaths.E).toEqual({ A: 25, B: 28, C: 28, D: 31 });
    expect(r.strongestPaths.A).toEqual({ B: 28, C: 28, D: 30, E: 24 });
    expect(r.borda.scores).toEqual({ A: 98 + 45, B: 92 + 45, C: 89 + 45, D: 69 + 45, E: 102 + 45 });
    expect(r.ballots).toBe(45);
  });

  it('explains each defeat by a path whose weakest link is its strength', () => {
    const r = countRanking({ options: [...'ABCDE'], ballots: schulze45 });
    expect(r.steps.map((s) => s.loser)).toEqual(['A', 'B', 'C', 'D']);
    for (const s of r.steps) {
      for (const [path, strength] of [[s.path, s.strength], [s.backPath, s.back]] as const) {
        const links = path.slice(1).map((to, i) => r.pairwise[path[i]!]![to]!);
        expect(Math.min(...links)).toBe(strength);
      }
      expect(s.strength).toBeGreaterThan(s.back);
    }
  });

  it('reports a tie as a tie', () => {
    const r = countRanking({ options: ['x', 'y', 'z'], ballots: [{ ranking: [['x'], ['y']] }, { ranking: [['y'], ['x']] }] });
    expect(r.winners).toEqual(['x', 'y']);
    expect(r.isTied).toBe(true);
    expect(r.ranking).toEqual([['x', 'y'], ['z']]);
  });

  it('puts unranked options last, and two of them in no order', () => {
    const r = countRanking({ options: [...'ABC'], ballots: parse(['1 A', '1 (AB)']) });
    expect(r.pairwise).toEqual({ A: { B: 1, C: 2 }, B: { A: 0, C: 1 }, C: { A: 0, B: 0 } });
  });

  it('counts every group apart, also one without ballots, and the blank ones', () => {
    const r = countRanking({ options: [...'AB'], groups: ['x', 'y', 'none'], ballots: [...parse(['2 AB'], 'x'), ...parse(['1 BA'], 'y'), { ranking: [], group: 'y', count: 3 }] });
    expect(r.winners).toEqual(['A']);
    expect(r.groups.x!.winners).toEqual(['A']);
    expect(r.groups.y).toMatchObject({ winners: ['B'], ballots: 4, blank: 3 });
    expect(r.groups.none).toMatchObject({ winners: ['A', 'B'], isTied: true, ballots: 0 });
  });

  it('shows beside the result what all groups support', () => {
    const r = countRanking({ options: [...'ABC'], ballots: [...parse(['40 ABC'], 'large'), ...parse(['5 BCA'], 'small'), ...parse(['5 BCA'], 'third')] });
    expect(r.winners).toEqual(['A']);
    expect(r.bridge!.ranking[0]).toEqual(['B']);
    expect(countRanking({ options: ['A'], ballots: [] }).bridge).toBeNull();
  });

  it('counts many unique ballots (by columns) as it counts one by one', () => {
    const options = [...'ABCDEFGH'];
    let seed = 1;
    const next = (n: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;
    const ballots = Array.from({ length: 4001 }, (): RankedBallot => {
      const pool = [...options];
      const ranking: string[][] = [];
      for (let left = next(9); left > 0 && pool.length > 0; left--) {
        const place = pool.splice(next(pool.length), 1);
        if (pool.length > 0 && next(5) === 0) place.push(...pool.splice(next(pool.length), 1));
        ranking.push(place);
      }
      return { ranking };
    });
    const expected = Object.fromEntries(options.map((a) => [a, Object.fromEntries(options.filter((b) => b !== a).map((b) => [b, ballots.filter(({ ranking }) => {
      const place = (o: string): number => { const at = ranking.findIndex((p) => p.includes(o)); return at < 0 ? 99 : at; };
      return place(a) < place(b);
    }).length]))]));
    expect(countRanking({ options, ballots }).pairwise).toEqual(expected);
  });

  it('reads index rankings as it reads names', () => {
    const rows = [[0, 2, 1], [1], [], [2, 0], [0, 2, 1]];
    const named = rows.map((r) => ({ ranking: r.map((o) => ['A', 'B', 'C'][o]!).map((o) => [o]) }));
    expect(makeProfileOfIndexes([...'ABC'], rows)).toEqual(makeProfile([...'ABC'], named));
    for (const broken of [[3], [-1], [0.5], [0, 0]]) expect(() => makeProfileOfIndexes([...'ABC'], [[0], broken])).toThrow('ballots[1].ranking');
  });

  it('refuses what cannot be counted', () => {
    const code = (ballots: RankedBallot[], options = ['A', 'B']): string => { try { countRanking({ options, ballots }); } catch (e) { return (e as TallyInputError).code; } return 'counted'; };
    expect(code([{ ranking: [['A'], ['A']] }])).toBe('ballot.option-twice');
    expect(code([{ ranking: [['Z']] }])).toBe('ballot.option-unknown');
    expect(code([{ ranking: [['A']], count: 0.5 }])).toBe('number.not-whole');
    expect(code([], [])).toBe('options.none');
    expect(code([], ['A', 'A'])).toBe('options.twice');
  });
});
