import { describe, expect, it } from '@jest/globals';
import { canonicalize } from '@tegerek/contracts';
import { pressHash } from '@tegerek/ballot';
import { decidePress } from './decide-press.js';
import type { OpenTarget } from './press-target.js';

const OBJECT = '7f0d3c52-0000-4000-8000-00000000000a';
const SEAT = '7f0d3c52-0000-4000-8000-00000000000b';
const GROUP = '7f0d3c52-0000-4000-8000-00000000000c';

const target = (change: Partial<OpenTarget> = {}): OpenTarget => ({
  facts: { dialoguePhase: 'open', panel: null }, isOpen: true, entitled: new Map([[SEAT, { actor: { kind: 'seat', seatId: SEAT, groupId: GROUP, roles: [] }, groupId: GROUP, number: 7 }]]),
  isValid: (choice) => choice === 'yes' || choice === 'no', weight: () => 1, ...change,
});
const stored = (rev: number, choice: string) => ({ seatId: SEAT, groupId: GROUP, rev, choice: canonicalize(choice), hash: pressHash({ object: OBJECT, rev, choice }) });
const press = (rev: number, choice: unknown, seatId = SEAT) => ({ seatId, rev, choice });

describe('decidePress (VOTE-5)', () => {
  it('counts a first press once and gives the number in the receipt', () => {
    expect(decidePress('ballot.cast', OBJECT, press(1, 'yes'), target(), undefined)).toMatchObject({ receipt: { object: OBJECT, rev: 1, number: 7 }, counts: { groupId: GROUP, by: 1 } });
  });

  it('answers a repeated press with the same receipt, also after the close', () => {
    const first = decidePress('ballot.cast', OBJECT, press(1, 'yes'), target(), undefined);
    const again = decidePress('ballot.cast', OBJECT, press(1, 'yes'), target({ isOpen: false }), stored(1, 'yes'));
    expect(again).toEqual({ receipt: (first as { receipt: unknown }).receipt });
  });

  it('replaces by a higher rev without counting again, also by a jump', () => {
    const outcome = decidePress('ballot.cast', OBJECT, press(9, 'no'), target(), stored(1, 'yes'));
    expect(outcome).toMatchObject({ receipt: { rev: 9 }, row: { choice: '"no"' } });
    expect(outcome).not.toHaveProperty('counts');
  });

  it.each([[1, 'no'], [2, 'yes'], [1, 'yes']])('tells what is stored when rev %s comes with another choice or is old', (rev, choice) => {
    expect(decidePress('ballot.cast', OBJECT, press(rev, choice), target(), stored(2, 'no'))).toEqual({ refusal: { code: 'ballot.rev-conflict', details: { rev: 2, mine: 'no' } } });
  });

  it('refuses strangers, late presses and choices that are none', () => {
    expect(decidePress('ballot.cast', OBJECT, press(1, 'yes', OBJECT), target(), undefined)).toEqual({ refusal: { code: 'vote.not-entitled' } });
    expect(decidePress('ballot.cast', OBJECT, press(1, 'yes'), target({ isOpen: false }), undefined)).toEqual({ refusal: { code: 'ballot.not-counted' } });
    expect(decidePress('ballot.cast', OBJECT, press(1, 'maybe'), target(), undefined)).toMatchObject({ refusal: { code: 'ballot.invalid' } });
  });

  it('a withdrawn support takes its one away', () => {
    const support = target({ isValid: (choice) => typeof choice === 'boolean', weight: (choice) => (choice === true ? 1 : 0), facts: { dialoguePhase: 'open', panel: { phase: 'discussion', moderators: [], rapporteurs: [] } } });
    const old = { seatId: SEAT, groupId: GROUP, rev: 1, choice: 'true', hash: pressHash({ object: OBJECT, rev: 1, choice: true }) };
    expect(decidePress('question.support', OBJECT, press(2, false), support, old)).toMatchObject({ counts: { groupId: GROUP, by: -1 } });
  });
});
