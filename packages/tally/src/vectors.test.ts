import { describe, expect, it } from '@jest/globals';
import { TallyInputError } from './errors.js';
import { METHODS, tally } from './tally.js';
import type { AnyBallot, Election } from './election.js';

type Result = Record<string, unknown>;
const count = (method: string, e: Election, options: Record<string, unknown> = {}): Result => tally(method, e, options) as unknown as Result;
/** "5 ACBED" = five ballots A > C > B > E > D. */
const ranked = (...lines: string[]): AnyBallot[] => lines.map((l) => {
  const [n, text] = l.split(' ') as [string, string];
  return { count: Number(n), ranking: [...text].map((o) => [o]) };
});
const approvals = (...lines: string[]): AnyBallot[] => lines.map((l) => {
  const [n, text] = l.split(' ') as [string, string];
  return { count: Number(n), approvals: [...text] };
});

/** Classical profiles whose results are published (decisions.md §2.6). */
const tennessee: Election = { candidates: [...'MNCK'], ballots: ranked('42 MNCK', '26 NCKM', '15 CKNM', '17 KCNM') };
const schulze45: Election = { candidates: [...'ABCDE'], ballots: ranked('5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC') };

describe('one profile, many methods', () => {
  it('Tennessee', () => {
    const order = [['N'], ['C'], ['K'], ['M']];
    expect(count('schulze', tennessee)['ranking']).toEqual(order);
    expect(count('ranked-pairs', tennessee)['ranking']).toEqual(order);
    expect(count('kemeny', tennessee)).toMatchObject({ score: 393, optimalRankings: 1, ranking: order });
    expect(count('borda', tennessee, { top: 'n-1' })['scores']).toEqual({ M: 126, N: 194, C: 173, K: 107 });
    expect(count('irv', tennessee)['winners']).toEqual(['K']);
    expect(count('plurality', tennessee)['winners']).toEqual(['M']);
    expect(count('condorcet', tennessee)).toMatchObject({ condorcetWinner: 'N', condorcetLoser: 'M', smithSet: ['N'] });
  });

  it('45 voters: three methods, three winners', () => {
    expect(count('schulze', schulze45)['winners']).toEqual(['E']);
    expect(count('ranked-pairs', schulze45)['ranking']).toEqual([['A'], ['C'], ['E'], ['B'], ['D']]);
    expect(count('kemeny', schulze45)).toMatchObject({ score: 260, rankings: [['E', 'B', 'A', 'D', 'C']] });
    expect(count('irv', schulze45)['possibleWinners']).toEqual(['C']);
    expect(count('borda', schulze45, { top: 'n-1' })['scores']).toEqual({ A: 98, B: 92, C: 89, D: 69, E: 102 });
  });

  it('Borda: the four readings of a truncated ballot', () => {
    const e: Election = { candidates: [...'ABC'], ballots: ranked('1 A') };
    expect(count('borda', e)['scores']).toEqual({ A: 3, B: 1.5, C: 1.5 });
    expect(count('borda', e, { unranked: 'zero' })['scores']).toEqual({ A: 3, B: 0, C: 0 });
    expect(count('borda', e, { unranked: 'modified' })['scores']).toEqual({ A: 1, B: 0, C: 0 });
    expect(count('borda', e, { top: 'symmetric' })['scores']).toEqual({ A: 2, B: -1, C: -1 });
  });

  it('minimax: three strengths', () => {
    expect(count('minimax', tennessee)['scores']).toEqual({ M: 58, N: 0, C: 68, K: 83 });
    expect(count('minimax', tennessee, { strength: 'margin' })['scores']).toEqual({ M: 16, N: -16, C: 36, K: 66 });
    expect(count('minimax', tennessee, { strength: 'opposition' })['scores']).toEqual({ M: 58, N: 42, C: 68, K: 83 });
  });

  it('ranked pairs: equal pairs are listed as possible winners on request', () => {
    const cycle: Election = { candidates: [...'ABC'], ballots: ranked('1 ABC', '1 BCA', '1 CAB') };
    expect(count('ranked-pairs', cycle, { possibleWinners: true })).toMatchObject({ winners: ['A'], possibleWinners: ['A', 'B', 'C'] });
    expect(count('ranked-pairs', cycle, { lots: ['C', 'A', 'B'] })['winners']).toEqual(['C']);
  });

  it('instant runoff: a tie of elimination is followed both ways', () => {
    const e: Election = { candidates: [...'ABC'], ballots: ranked('4 AB', '3 BA', '3 CB') };
    expect(count('irv', e)).toMatchObject({ winners: null, isTied: true, possibleWinners: ['A', 'B'] });
    expect(count('irv', { candidates: ['A', 'B'], ballots: ranked('2 A', '2 B') })).toMatchObject({ winners: null, possibleWinners: ['A', 'B'], winnerByLot: 'A' });
  });

  it('instant runoff: shared places are split, end the ballot, or are passed over', () => {
    const e: Election = { candidates: [...'ABC'], ballots: [{ count: 3, ranking: [['A', 'B'], ['C']] }, { count: 2, ranking: [['C'], ['B']] }] };
    expect(count('irv', e)['rounds']).toMatchObject([{ tallies: { A: 1.5, B: 1.5, C: 2 } }, { tallies: { A: 3, C: 2 } }]);
    expect(count('irv', e, { equalRanks: 'exhaust' })['winners']).toEqual(['C']);
    expect(count('irv', e, { equalRanks: 'skip' })['rounds']).toMatchObject([{ tallies: { A: 0, B: 0, C: 5 } }]);
  });
});

describe('STV', () => {
  const castor: Election = { candidates: ['1', '2', '3'], seats: 2, ballots: [{ count: 4, ranking: [['1'], ['2']] }, { count: 2, ranking: [['3']] }] };

  it('conserves votes where a well-known program does not: X, Y elected, then V over Z', () => {
    const e: Election = { candidates: [...'XYZWV'], seats: 3, ballots: ranked('8 XYZ', '14 Y', '9 Z', '12 W', '14 V') };
    const moved = count('stv-scottish', e)['stages'] as { votes: Record<string, string> }[];
    expect(count('stv-scottish', e)['quota']).toBe(15);
    expect(count('stv-scottish', e)['electedOrder']).toEqual(['Y', 'V', 'W']);
    expect(moved.some((s) => s.votes['Z'] === '11.54544')).toBe(true);
    expect(count('stv-meek', e)['winners']).toEqual(['Y', 'Z', 'V']);
  });

  it('Castor, Pollux and Helen', () => {
    expect(count('stv-scottish', castor)).toMatchObject({ quota: 3, electedOrder: ['1', '3'] });
    const meek = count('stv-meek', castor)['exclusions'] as Result[];
    expect(meek[0]).toMatchObject({ excluded: '2', votes: { 2: '1.999999996', 3: '2.000000000' }, surplus: '0.000000003' });
  });

  it('Food: the same set by two rules', () => {
    const e: Election = { candidates: [...'OPCSH'], seats: 3, ballots: ranked('4 O', '2 PO', '8 CS', '4 CH', '1 S', '1 H') };
    expect(count('stv-scottish', e)).toMatchObject({ quota: 6, electedOrder: ['C', 'O', 'S'] });
    expect(count('stv-meek', e)['winners']).toEqual(['O', 'C', 'S']);
    expect(count('stv-wigm', e)['winners']).toEqual(['C', 'O', 'S']);
  });
});

describe('proportional approval rules', () => {
  const nine: Election = { candidates: [...'abcdefgh'], seats: 4, ballots: approvals('3 ab', '3 ac', '2 ad', '1 bcf', '1 e', '1 f', '1 g') };
  const twelve: Election = { candidates: [...'abcd'], seats: 3, ballots: approvals('3 cd', '2 ab', '2 ac', '1 bd') };

  it('sequential Phragmén: exact loads', () => {
    expect((count('seq-phragmen', nine)['steps'] as Result[]).map((s) => [s['add'], s['maxLoad']])).toEqual([['a', '1/8'], ['b', '11/32'], ['c', '55/128'], ['d', '5/8']]);
    expect((count('seq-phragmen', twelve)['steps'] as Result[]).map((s) => [s['add'], s['maxLoad']])).toEqual([['c', '1/5'], ['b', '1/3'], ['d', '29/60']]);
  });

  it('equal shares leave seats empty: the completion must be named', () => {
    expect(count('mes', nine, { completion: 'none' })['committees']).toEqual([['a']]);
    const r = count('mes', twelve);
    expect((r['steps'] as Result[]).map((s) => [s['phase'], s['add'], s['perVoter']])).toEqual([[1, 'c', '1/5'], [1, 'a', '13/40'], [2, 'd', undefined]]);
  });

  it('reads decimal costs exactly', () => {
    const e: Election = { candidates: ['p0', 'p1', 'p2', 'p3'], costs: { p0: 1, p1: '0.9', p2: 2, p3: '1.09' }, budget: 4, ballots: [{ approvals: ['p0'] }, { count: 2, approvals: ['p1', 'p2', 'p3'] }, { approvals: ['p2'] }] };
    expect(count('mes-costs', e)['selected']).toEqual(['p0', 'p2']);
    expect(count('mes-costs', e, { utility: 'cardinality' })['selected']).toEqual(['p0', 'p1', 'p3']);
  });

  it('greedy: what does not fit is passed over, or ends the list', () => {
    const e: Election = { candidates: [...'abc'], costs: { a: 6, b: 5, c: 4 }, budget: 10, ballots: approvals('3 a', '2 b', '1 c') };
    expect(count('greedy-approval', e)['selected']).toEqual(['a', 'c']);
    expect(count('greedy-approval', e, { whenFull: 'stop' })['selected']).toEqual(['a']);
  });
});

describe('single choice', () => {
  const points: Election = { candidates: [...'ABC'], ballots: [{ scores: { A: 3, B: 1 } }, { count: 2, scores: { B: '0.1', C: 2 } }] };

  it('score: what a missing point means is stated', () => {
    expect(count('score', points)).toMatchObject({ scores: { A: 3, B: 1.2, C: 4 }, winners: ['C'], exactScores: { B: '6/5' } });
    expect(count('score', points, { aggregate: 'mean-scored' })).toMatchObject({ winners: ['A'], conventions: { missing: 'left out' } });
    expect(count('score', points, { aggregate: 'mean-all' })['exactScores']).toEqual({ A: '1', B: '2/5', C: '4/3' });
  });

  it('dots: no ballot with too many', () => {
    const e: Election = { candidates: [...'AB'], ballots: [{ scores: { A: 2, B: 1 } }] };
    expect(count('dots', e, { dots: 3 })['scores']).toEqual({ A: 2, B: 1 });
    expect(() => count('dots', e, { dots: 2 })).toThrow(TallyInputError);
    expect(() => count('dots', e, { dots: 3, perOption: 1 })).toThrow('at most 1');
  });

  it('plurality and approval report ties', () => {
    expect(count('plurality', { candidates: [...'AB'], ballots: ranked('1 A', '1 B') })).toMatchObject({ winners: ['A', 'B'], isTied: true });
    expect(count('approval', { candidates: [...'AB'], ballots: approvals('2 AB', '1 B') })).toMatchObject({ winners: ['B'], scores: { A: 2, B: 3 } });
  });
});

describe('every method', () => {
  const e: Election = { candidates: [...'ABC'], seats: 2, costs: { A: 1, B: 2, C: 3 }, budget: 4, ballots: ranked('2 ABC', '1 B') };
  const points: Election = { ...e, ballots: [{ scores: { A: 1 } }] };

  it.each(METHODS)('%s says how it counted, in plain JSON, and refuses an unknown option', (method) => {
    const input = method === 'score' || method === 'dots' ? points : e;
    const options = method === 'dots' ? { dots: 2 } : {};
    const r = tally(method, input, options);
    expect(r.algorithm).toEqual({ id: expect.any(String), version: expect.any(Number) });
    expect(Array.isArray(r.steps)).toBe(true);
    expect(JSON.parse(JSON.stringify(r))).toEqual(r);
    expect(() => tally(method, input, { ...options, nonsense: 1 })).toThrow('no such option');
  });

  it('refuses an unknown method by naming the known ones', () => {
    expect(() => tally('toString', e)).toThrow('no method "toString"; known: plurality');
  });
});
