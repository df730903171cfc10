import { describe, expect, it } from '@jest/globals';
import { canonicalize, type DecisionRule, type RankingRule, type VoteOption } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { choiceFits, countVote, type CountableVote } from './count-vote.js';

const electorateByGroup = { gov: 2, cso: 3 };
const decision: CountableVote = { purpose: 'decision', rule: defaultRule(['gov', 'cso']) as DecisionRule, options: [], electorateByGroup };
const option = (id: string): VoteOption => ({ id, number: '1.1', title: id, text: id, language: 'ru' });
const rule: RankingRule = { algorithm: { id: 'schulze', version: 1 }, strength: 'winning', unranked: 'last', top: 2 };
const ranking: CountableVote = { purpose: 'ranking', rule, options: ['x', 'y', 'z'].map(option), electorateByGroup };

describe('counting a vote', () => {
  it('a decision: result by the frozen rule, cast by group also where nobody voted', () => {
    const { result, castByGroup } = countVote(decision, [{ choice: 'yes', group: 'cso', number: 1 }, { choice: 'yes', group: 'cso', number: 3 }]);
    expect(castByGroup).toEqual({ gov: 0, cso: 2 });
    expect(result).toMatchObject({ method: 'yes-no', grade: 'not-adopted-no-quorum', adopted: false });
  });

  it('a ranking has a canonical form although Borda points are halves', () => {
    const { result } = countVote(ranking, [{ choice: ['x'], group: 'gov', number: 1 }, { choice: ['y', 'x'], group: 'cso', number: 2 }]);
    expect(() => canonicalize(result)).not.toThrow();
    expect(result['ranking']).toEqual([['x', 'y'], ['z']]);
    expect(result['borda']).toMatchObject({ doubledScores: { x: 10, y: 9, z: 5 } });
    expect(result['groups']).toMatchObject({ gov: { ballots: 1, ranking: [['x'], ['y', 'z']] } });
  });

  it('a choice fits only the vote that offers it', () => {
    expect(choiceFits(decision, 'yes')).toBe(true);
    expect(choiceFits(decision, 'support')).toBe(false);
    expect(choiceFits(decision, ['x'])).toBe(false);
    expect(choiceFits(ranking, 'yes')).toBe(false);
    expect(choiceFits(ranking, ['x', 'y'])).toBe(true);
    expect(choiceFits(ranking, [])).toBe(true);
    expect(choiceFits(ranking, ['x', 'x'])).toBe(false);
    expect(choiceFits(ranking, ['x', 'y', 'z'])).toBe(false);
    expect(choiceFits(ranking, ['w'])).toBe(false);
  });
});
