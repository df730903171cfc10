import { describe, expect, it } from '@jest/globals';
import type { DecisionRule } from '@tegerek/contracts';
import { quorumOf } from './quorum.js';

const half = { num: 1, den: 2, comparator: '>' as const };
const rule = (quorum: Partial<DecisionRule['quorum']>): DecisionRule => ({ groups: ['a', 'b', 'c'], requiredGroups: ['a', 'b'], quorum: { counted: 'cast', overall: half, perGroup: half, ...quorum } }) as DecisionRule;
const seatsByGroup = { a: 20, b: 10, c: 10, guests: 50 };

describe('the quorum beside presence', () => {
  it('is more than half of all seats that vote, and of each required group', () => {
    expect(quorumOf({ rule: rule({}), seatsByGroup, presentByGroup: { a: 15, b: 3, c: 5, guests: 50 } })).toEqual({ overall: { need: 21, left: 0 }, groups: new Map([['a', { need: 11, left: 0 }], ['b', { need: 6, left: 3 }]]), holds: false });
    expect(quorumOf({ rule: rule({}), seatsByGroup, presentByGroup: { a: 11, b: 6, c: 4 } })).toMatchObject({ overall: { left: 0 }, holds: true });
    expect(quorumOf({ rule: rule({}), seatsByGroup, presentByGroup: { a: 11, b: 6, c: 3 } })).toMatchObject({ overall: { need: 21, left: 1 }, holds: false });
  });

  it('follows the rule: a third and more, groups alone, none', () => {
    expect(quorumOf({ rule: rule({ overall: { num: 1, den: 3, comparator: '>=' }, perGroup: null }), seatsByGroup, presentByGroup: { a: 13 } })).toMatchObject({ overall: { need: 14, left: 1 }, groups: new Map() });
    expect(quorumOf({ rule: rule({ overall: null }), seatsByGroup, presentByGroup: { a: 11, b: 6 } })).toMatchObject({ overall: null, holds: true });
    expect(quorumOf({ rule: rule({ overall: null, perGroup: null }), seatsByGroup, presentByGroup: {} })).toBeNull();
    expect(quorumOf({ rule: null, seatsByGroup, presentByGroup: {} })).toBeNull();
  });

  it('of a required group without seats lacks', () => {
    expect(quorumOf({ rule: rule({ perGroup: { num: 1, den: 2, comparator: '>=' } }), seatsByGroup: { a: 2, c: 2 }, presentByGroup: { a: 2, c: 2 } })?.groups.get('b')).toEqual({ need: 1, left: 1 });
  });
});
