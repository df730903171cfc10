import { describe, expect, it } from '@jest/globals';
import { canonicalize, type DecisionRule, type RankingRule, type VoteOption } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { blockReasons, choiceFits, countVote, listed, type CountableVote } from './count-vote.js';

const electorateByGroup = { gov: 2, cso: 3 };
const decision: CountableVote = { purpose: 'decision', rule: defaultRule(['gov', 'cso']) as DecisionRule, options: [], electorateByGroup };
const option = (id: string): VoteOption => ({ id, number: '1.1', title: id, text: id, language: 'ru' });
const rule: RankingRule = { algorithm: { id: 'schulze', version: 1 }, strength: 'winning', unranked: 'last', top: 2, shortlist: 1 };
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
    expect(result['shortlist']).toMatchObject({ seats: 1, selected: [], needsLot: ['x', 'y'] });
    expect(result['groups']).toMatchObject({ gov: { ballots: 1, ranking: [['x'], ['y', 'z']] } });
  });

  it('paper counts beside the list, and stands in what was cast', () => {
    const { result, castByGroup } = countVote(decision, [{ choice: 'yes', group: 'gov', number: 1 }], [{ groupId: 'cso', counts: { yes: 1, no: 1, abstain: 0, invalid: 1 } }]);
    expect(castByGroup).toEqual({ gov: 1, cso: 3 });
    expect(result).toMatchObject({ overall: { yes: 2, no: 1, invalid: 1, cast: 4 } });
    expect(() => countVote(decision, [{ choice: 'yes', group: 'gov', number: 1 }], [{ groupId: 'gov', counts: { yes: 2 } }])).toThrow('electors');
  });

  it('a block is listed without its reason, which stands beside; on the consent scale reservations count as yes', () => {
    const consent: CountableVote = { ...decision, rule: { ...(decision.rule as DecisionRule), ballot: 'consent-scale' } };
    const cast = [{ choice: { choice: 'block' as const, reason: 'Нет денег' }, group: 'gov', number: 2 }, { choice: 'reservations' as const, group: 'cso', number: 1 }];
    expect(cast.map(listed)).toEqual([{ choice: 'block', group: 'gov', number: 2 }, { choice: 'reservations', group: 'cso', number: 1 }]);
    expect(blockReasons(cast)).toEqual([{ number: 2, groupId: 'gov', reason: 'Нет денег' }]);
    expect(blockReasons([{ choice: { choice: 'block', reason: '' }, group: 'gov', number: 2 }])).toEqual([]);
    expect(countVote(consent, cast.map(listed)).result).toMatchObject({ overall: { yes: 1, reservations: 1, no: 1, block: 1 } });
    expect([{ choice: 'block' as const, reason: 'Нет' }, 'support' as const, 'block' as never, 'abstain' as const, 'yes' as const].map((choice) => choiceFits(consent, choice))).toEqual([true, true, false, false, false]);
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
