import { describe, expect, it } from '@jest/globals';
import type { EndedTurn, HandView } from '@tegerek/contracts/wire';
import { orderHands } from './suggest.js';

const hand = (handId: string, groupId: string, raisedAt: number, kind: HandView['kind'] = 'contribution'): HandView => ({ handId, seatId: `seat-${handId}`, groupId, kind, raisedAt });
const turn = (seat: string): EndedTurn => ({ turnId: `t-${seat}`, seatId: seat, groupId: 'a', startedAt: 0, spentMs: 1 });
const order = (...args: Parameters<typeof orderHands>) => orderHands(...args).map(({ hand: { handId }, why }) => `${handId} ${why}`);

describe('orderHands', () => {
  it('puts a point of order first, whatever its group has spoken', () => {
    expect(order([hand('1', 'a', 1), hand('2', 'b', 2, 'order')], [], { b: 9_000 })).toEqual(['2 order', '1 least']);
  });

  it('then the group that has spoken least', () => {
    expect(order([hand('1', 'a', 1), hand('2', 'b', 2)], [], { a: 5_000, b: 1_000 })).toEqual(['2 least', '1 longest']);
  });

  it('then who has not spoken, then who waits longest', () => {
    expect(order([hand('1', 'a', 1), hand('2', 'a', 3), hand('3', 'a', 2)], [turn('seat-1')], { a: 10 })).toEqual(['3 first', '2 first', '1 longest']);
  });

  it('has nobody to suggest for an empty queue', () => {
    expect(orderHands([], [], {})).toEqual([]);
  });
});
