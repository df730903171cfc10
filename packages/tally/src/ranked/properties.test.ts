import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OPTIONS, holds, permutation, rankedBallots } from '../test-properties.js';
import { tally } from '../tally.js';
import { doubledFromBallots, doubledFromDuels } from './borda.js';
import { LiveRanking } from './live-ranking.js';
import { makeProfile, type RankedBallot } from './profile.js';
import { schulze } from './schulze.js';

const METHODS = ['plurality', 'borda', 'copeland', 'minimax', 'schulze', 'ranked-pairs', 'kemeny', 'irv'] as const;
const CONDORCET = ['copeland', 'minimax', 'schulze', 'ranked-pairs', 'kemeny'] as const;
const SMITH = ['copeland', 'schulze', 'ranked-pairs', 'kemeny'] as const;

interface Outcome {
  readonly winners: readonly string[] | null;
  readonly possibleWinners?: readonly string[];
  readonly condorcetWinner?: string | null;
  readonly smithSet?: readonly string[];
}
function count(method: string, ballots: readonly RankedBallot[], candidates: readonly string[] = OPTIONS): Outcome {
  return tally(method, { candidates, ballots }, method === 'ranked-pairs' ? { possibleWinners: true } : {}) as unknown as Outcome;
}
/** All winners that the method allows, whatever the order of the candidates. */
const winners = (method: string, ballots: readonly RankedBallot[], candidates?: readonly string[]): string[] => {
  const r = count(method, ballots, candidates);
  return [...(r.possibleWinners ?? r.winners!)].sort();
};
const renamed = (ballots: readonly RankedBallot[], names: ReadonlyMap<string, string>): RankedBallot[] =>
  ballots.map((b) => ({ ...b, ranking: b.ranking.map((place) => place.map((o) => names.get(o)!)) }));

describe.each(METHODS)('%s', (method) => {
  it('is neutral: renaming options renames the winners', () => {
    holds(fc.tuple(rankedBallots(), permutation), ([ballots, order]) => {
      const names = new Map(OPTIONS.map((o, i) => [o, order[i]!]));
      expect(winners(method, renamed(ballots, names))).toEqual(winners(method, ballots).map((o) => names.get(o)!).sort());
    });
  });

  it('is anonymous: neither the order of ballots nor their bundling matters', () => {
    holds(rankedBallots(), (ballots) => {
      const single = ballots.flatMap((b) => Array.from({ length: b.count! }, () => ({ ranking: b.ranking }))).reverse();
      expect(winners(method, single)).toEqual(winners(method, ballots));
    });
  });
});

describe('Condorcet consistency', () => {
  it.each(CONDORCET)('%s elects the Condorcet winner alone', (method) => {
    holds(rankedBallots(), (ballots) => {
      const { condorcetWinner } = count('condorcet', ballots);
      const elected = winners(method, ballots);
      expect(elected).toEqual(condorcetWinner === null ? elected : [condorcetWinner]);
    }, 300);
  });

  it.each(SMITH)('%s elects from the Smith set', (method) => {
    holds(rankedBallots(), (ballots) => {
      const smith = count('condorcet', ballots).smithSet!;
      expect(winners(method, ballots).filter((o) => !smith.includes(o))).toEqual([]);
    });
  });

  it('the Smith set beats everybody outside it, and no smaller one does', () => {
    holds(rankedBallots(), (ballots) => {
      const { smithSet, pairwise } = tally('condorcet', { candidates: OPTIONS, ballots }) as unknown as { smithSet: string[]; pairwise: Record<string, Record<string, number>> };
      const beats = (set: readonly string[]): boolean => set.every((a) => OPTIONS.filter((o) => !set.includes(o)).every((b) => pairwise[a]![b]! > pairwise[b]![a]!));
      const subsets = Array.from({ length: 31 }, (_, s) => OPTIONS.filter((__, i) => ((s + 1) & (1 << i)) !== 0));
      expect(beats(smithSet)).toBe(true);
      expect(Math.min(...subsets.filter(beats).map((s) => s.length))).toBe(smithSet.length);
    }, 60);
  });
});

describe('clones and monotonicity', () => {
  /** Z stands directly behind A on every ballot: a clone of A. */
  const withClone = (ballots: readonly RankedBallot[]): RankedBallot[] =>
    ballots.map((b) => ({ ...b, ranking: b.ranking.flatMap((place) => (place.includes('A') ? [place, ['Z']] : [place])) }));

  it.each(['schulze', 'ranked-pairs', 'irv'] as const)('%s: a clone neither helps nor harms the others', (method) => {
    holds(rankedBallots(true), (ballots) => {
      const before = winners(method, ballots);
      const after = winners(method, withClone(ballots), [...OPTIONS, 'Z']);
      expect(new Set(after.map((o) => (o === 'Z' ? 'A' : o)))).toEqual(new Set(before));
    });
  });

  it.each(['plurality', 'borda', 'copeland', 'minimax', 'schulze', 'kemeny'] as const)('%s: raising a winner on a ballot never makes it lose', (method) => {
    holds(fc.tuple(rankedBallots(true), fc.nat()), ([ballots, pick]) => {
      const [winner] = winners(method, ballots);
      const at = pick % ballots.length;
      const raised = ballots.map((b, i) => (i === at ? { ...b, ranking: [[winner!], ...b.ranking.map((p) => p.filter((o) => o !== winner)).filter((p) => p.length > 0)] } : b));
      expect(winners(method, raised)).toContain(winner);
    });
  });

  it('instant runoff is known not to be monotone: the textbook sample', () => {
    const before: RankedBallot[] = [{ count: 39, ranking: [['A'], ['B'], ['C']] }, { count: 35, ranking: [['B'], ['C'], ['A']] }, { count: 26, ranking: [['C'], ['A'], ['B']] }];
    const after: RankedBallot[] = [{ count: 49, ranking: [['A'], ['B'], ['C']] }, { count: 25, ranking: [['B'], ['C'], ['A']] }, { count: 26, ranking: [['C'], ['A'], ['B']] }];
    expect(winners('irv', before, [...'ABC'])).toEqual(['A']);
    expect(winners('irv', after, [...'ABC'])).toEqual(['C']);
  });
});

describe('exactness', () => {
  it('Kemeny finds the best of all orders', () => {
    const orders = (list: readonly string[]): string[][] => (list.length === 0 ? [[]] : list.flatMap((o) => orders(list.filter((x) => x !== o)).map((rest) => [o, ...rest])));
    const all = orders(OPTIONS);
    holds(rankedBallots(), (ballots) => {
      const r = tally('kemeny', { candidates: OPTIONS, ballots }) as unknown as { score: number; optimalRankings: number; pairwise: Record<string, Record<string, number>> };
      const scores = all.map((order) => order.reduce((s, a, i) => s + order.slice(i + 1).reduce((t, b) => t + r.pairwise[a]![b]!, 0), 0));
      expect(r.score).toBe(Math.max(...scores));
      expect(r.optimalRankings).toBe(scores.filter((s) => s === r.score).length);
    }, 40);
  });

  it('Borda scores add up: every voter gives 1 + 2 + … + n', () => {
    holds(rankedBallots(), (ballots) => {
      const r = tally('borda', { candidates: OPTIONS, ballots }) as unknown as { scores: Record<string, number> };
      expect(Object.values(r.scores).reduce((a, b) => a + b, 0)).toBe(15 * ballots.reduce((s, b) => s + b.count!, 0));
    });
  });
});

describe('Borda', () => {
  it.each(['n', 'n-1', 'symmetric'] as const)('from the duels equals Borda ballot by ballot (top=%s)', (top) => {
    holds(rankedBallots(), (ballots) => {
      const profile = makeProfile(OPTIONS, ballots);
      expect([...doubledFromDuels(profile, top)]).toEqual([...doubledFromBallots(profile, 'average', top)]);
    });
  });
});

it('a live ranking names the undominated options, with a Condorcet winner and without', () => {
  holds(rankedBallots(), (ballots) => {
    const single = ballots.flatMap((b) => Array.from({ length: b.count! }, () => ({ ranking: b.ranking })));
    expect(new LiveRanking(OPTIONS, single).winners()).toEqual(schulze(makeProfile(OPTIONS, ballots)).winners);
  });
});

it('an option may be called __proto__', () => {
  const options = ['__proto__', 'a'];
  const r = schulze(makeProfile(options, [{ ranking: [['__proto__'], ['a']] }]));
  expect(Object.entries(r.pairwise)).toEqual([['__proto__', { a: 1 }], ['a', Object.fromEntries([['__proto__', 0]])]]);
});
