import { describe, expect, it } from '@jest/globals';
import type { DecisionRule } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { mayConfirm, mayEnter, pileOf, wholeCounts, type Pile } from './paper.js';

const rule = defaultRule(['a']) as DecisionRule;
const counts = { yes: 2, no: 1, abstain: 0, invalid: 0 };
const pile: Pile = { id: 'p', groupId: 'a', how: 'paper', counts, ballots: 3, salt: 's', state: 'entered', enteredBy: 'first', enteredNumber: 7, confirmedNumber: null };

describe('paper and hands', () => {
  it('the same figures have one form; a choice that the rule does not offer is none', () => {
    expect(wholeCounts(rule, { yes: 2, no: 1 })).toEqual(counts);
    expect(wholeCounts(rule, { yes: 2, block: 1 })).toBeNull();
    expect(wholeCounts({ ...rule, ballot: 'consent-scale' }, { block: 1 })).toEqual({ support: 0, 'can-live-with': 0, reservations: 0, block: 1, invalid: 0 });
  });

  it('never more papers than seats of the group that were marked', () => {
    expect(mayEnter(counts, 3)).toBeNull();
    expect(mayEnter(counts, 2)).toMatchObject({ code: 'paper.too-many', details: { ballots: 3, room: 2 } });
    expect(mayEnter(wholeCounts(rule, {}), 2)).toMatchObject({ code: 'paper.empty' });
    expect(mayEnter(null, 9)).toMatchObject({ code: 'ballot.invalid' });
  });

  it('a second person confirms, with the same figures, once', () => {
    expect(mayConfirm(pile, 'second', counts)).toBeNull();
    expect(mayConfirm(pile, 'first', counts)).toEqual({ code: 'paper.same-person' });
    expect(mayConfirm(pile, 'second', { ...counts, yes: 1, no: 2 })).toMatchObject({ code: 'paper.differs' });
    expect(mayConfirm(pile, 'second', null)).toMatchObject({ code: 'paper.differs' });
    expect(mayConfirm({ ...pile, state: 'confirmed' }, 'second', counts)).toMatchObject({ code: 'paper.state' });
  });

  it('what nobody confirmed does not count', () => {
    expect(pileOf(pile)).toEqual([]);
    expect(pileOf({ ...pile, state: 'confirmed', confirmedNumber: 9 })).toEqual([{ entryId: 'p', groupId: 'a', how: 'paper', counts, enteredBy: 7, confirmedBy: 9, salt: 's' }]);
  });
});
