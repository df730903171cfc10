import { describe, expect, it } from '@jest/globals';
import { canonicalize, type VoteOption } from '@tegerek/contracts';
import { countVote } from './count-vote.js';
import { callers, drawLot, mayDraw, type RankedVote } from './draw-lot.js';
import { rankingRule } from './open-vote.js';

const option = (id: string): VoteOption => ({ id, number: '1.1', title: id, text: id, language: 'ru' });
const base = { purpose: 'ranking' as const, rule: rankingRule(null, 1), options: ['x', 'y', 'z'].map(option), electorateByGroup: { gov: 2, cso: 2, biz: 0 } };
const ballots = [{ choice: ['x', 'y'], group: 'gov', number: 1 }, { choice: ['y', 'x'], group: 'cso', number: 2 }];
const vote: RankedVote = { ...base, state: 'closed', ballotsHash: 'ab'.repeat(32), result: countVote(base, ballots).result, lot: null };

describe('the public lot', () => {
  it('is drawn once, where the shortlist waits for it, with a number of each group that has electors', () => {
    expect(callers(vote)).toEqual(['cso', 'gov']);
    expect(mayDraw(vote, { gov: 3, cso: 41 })).toBeNull();
    expect(mayDraw(vote, { gov: 3 })).toEqual({ code: 'lot.numbers', path: 'numbers.cso' });
    expect(mayDraw(vote, { gov: 3, cso: 1, biz: 2 })).toEqual({ code: 'lot.numbers', path: 'numbers.biz' });
    expect(mayDraw({ ...vote, lot: drawLot(vote, ballots, { gov: 3, cso: 41 }) }, { gov: 3, cso: 41 })).toEqual({ code: 'lot.not-needed' });
    expect(mayDraw({ ...vote, state: 'closing' }, { gov: 3, cso: 41 })).toMatchObject({ code: 'vote.state' });
    expect(mayDraw({ ...vote, result: countVote({ ...base, rule: rankingRule(null) }, ballots).result }, { gov: 3, cso: 41 })).toEqual({ code: 'lot.not-needed' });
  });

  it('completes the list, the same for everybody who recomputes it', () => {
    const lot = drawLot(vote, ballots, { gov: 3, cso: 41 });
    expect(lot.seed).toBe(`${'ab'.repeat(32)}|41|3`);
    expect(lot.shortlist).toMatchObject({ needsLot: null, selected: [lot.lots.find((id) => id !== 'z')] });
    expect(() => canonicalize(lot)).not.toThrow();
    const others = [4, 5, 6, 7, 8, 9].map((gov) => JSON.stringify(drawLot(vote, ballots, { gov, cso: 41 }).lots));
    expect(new Set(others).size).toBeGreaterThan(1);
  });
});
