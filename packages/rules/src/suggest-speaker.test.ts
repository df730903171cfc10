import { describe, expect, it } from '@jest/globals';
import type { HandView } from '@tegerek/contracts/wire';
import { suggestSpeakers, USUAL_WEIGHTS, type SpeakingFacts } from './suggest-speaker.js';

const hand = (handId: string, groupId: string | null, raisedAt: number, kind: HandView['kind'] = 'contribution'): HandView => ({ handId, seatId: `seat-${handId}`, groupId, kind, raisedAt });
const facts = (change: Partial<SpeakingFacts>): SpeakingFacts => ({ hands: [], turns: [], running: null, spokenMs: {}, seatsByGroup: { a: 20, b: 20 }, ...change });
const order = (...args: Parameters<typeof suggestSpeakers>) => suggestSpeakers(...args).map(({ hand: { handId }, reasons }) => `${handId} ${reasons.join('+')}`.trim());

describe('suggestSpeakers', () => {
  it('has nobody to suggest for an empty queue', () => {
    expect(suggestSpeakers(facts({}))).toEqual([]);
  });

  it('puts points of order first, as they came, whatever their groups have spoken', () => {
    const hands = [hand('1', 'a', 1), hand('2', 'b', 3, 'order'), hand('3', 'b', 2, 'order')];
    expect(order(facts({ hands, spokenMs: { b: 9_000 } }))).toEqual(['3 order', '2 order', '1 share+waiting']);
  });

  it('then the group that has least of its share', () => {
    expect(order(facts({ hands: [hand('1', 'a', 1), hand('2', 'b', 2)], spokenMs: { a: 5_000, b: 1_000 } }))).toEqual(['2 share', '1 waiting']);
  });

  it('measures a group’s time against its seats: a small group that spoke little has had its share', () => {
    const hands = [hand('1', 'a', 2), hand('2', 'b', 1)];
    expect(order(facts({ hands, spokenMs: { a: 60_000, b: 20_000 }, seatsByGroup: { a: 45, b: 5 } }))).toEqual(['1 share', '2 waiting']);
    expect(order(facts({ hands, spokenMs: { a: 60_000, b: 20_000 }, seatsByGroup: { a: 25, b: 25 } }))).toEqual(['2 share+waiting', '1']);
  });

  it('then who has not spoken, then who waits longest', () => {
    const hands = [hand('1', 'a', 1), hand('2', 'a', 3), hand('3', 'a', 2)];
    expect(order(facts({ hands, turns: [{ seatId: 'seat-1' }], spokenMs: { a: 10 } }))).toEqual(['3 first', '2 first', '1 waiting']);
  });

  it('counts the running turn at its whole length, and its speaker as one who spoke', () => {
    const hands = [hand('1', 'a', 1), hand('2', 'b', 2)];
    expect(order(facts({ hands, running: { seatId: 'seat-1', groupId: 'a', limitMs: 180_000 }, spokenMs: { a: 1_000, b: 2_000 } }))).toEqual(['2 share+first', '1 waiting']);
  });

  it('knows no reason where all are alike, and seats without a group have no share', () => {
    expect(order(facts({ hands: [hand('1', null, 1), hand('2', null, 1)], spokenMs: { '': 5_000 } }))).toEqual(['1', '2']);
  });

  it('takes its weights from the panel', () => {
    const hands = [hand('1', 'a', 1), hand('2', 'b', 2)];
    const spoken = facts({ hands, turns: [{ seatId: 'seat-2' }], spokenMs: { a: 5_000, b: 1_000 } });
    expect(order(spoken, { share: 0, first: 0, waiting: 1 })).toEqual(['1 waiting', '2']);
    expect(order(spoken, { share: 0, first: 3, waiting: 0 })).toEqual(['1 first', '2']);
    expect(order(spoken, { share: 3, first: 0, waiting: 0 })).toEqual(['2 share', '1']);
    expect(order(spoken, { share: 0, first: 0, waiting: 0 })).toEqual(['1', '2']);
    expect(order(spoken, USUAL_WEIGHTS)).toEqual(order(spoken));
  });

  it('depends on the facts alone: the order of the list does not matter', () => {
    const hands = [hand('1', 'a', 1), hand('2', 'b', 2), hand('3', 'a', 2), hand('4', 'b', 2, 'order')];
    const whole = facts({ hands, spokenMs: { a: 7, b: 9 }, turns: [{ seatId: 'seat-3' }] });
    expect(order({ ...whole, hands: [...hands].reverse() })).toEqual(order(whole));
  });
});
