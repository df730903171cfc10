import { describe, expect, it } from '@jest/globals';
import { checkNewSeats, type KnownSeats, type NewSeat } from './check-new-seats.js';

const known: KnownSeats = { groupIds: ['g1'], numbers: new Set([1]), authKeyHashes: new Set(['h1']), seatIds: new Set(['s1']) };
const seat = (change: Partial<NewSeat> = {}): NewSeat => ({ seatId: 's2', number: 2, groupId: 'g1', roles: [], authKeyHash: 'h2', ...change });

describe('checkNewSeats', () => {
  it('lets seats in whose id, number, code and group are in order', () => {
    expect(checkNewSeats([seat(), seat({ seatId: 's3', number: 3, authKeyHash: 'h3', groupId: null, roles: ['observer'] })], known)).toBeNull();
  });

  it.each([
    ['a number of the dialogue', [seat({ number: 1 })], { code: 'seat.number-taken', path: 'seats.0.number', details: { number: 1 } }],
    ['a number twice in the list', [seat(), seat({ seatId: 's3', authKeyHash: 'h3' })], { code: 'seat.number-taken', path: 'seats.1.number', details: { number: 2 } }],
    ['an id of any dialogue', [seat({ seatId: 's1' })], { code: 'request.id-reused', path: 'seats.0.seatId' }],
    ['a code that another seat has', [seat({ authKeyHash: 'h1' })], { code: 'request.invalid', path: 'seats.0.authKeyHash' }],
    ['an undeclared group', [seat({ groupId: 'g9' })], { code: 'request.invalid', path: 'seats.0.groupId' }],
    ['neither group nor role', [seat({ groupId: null })], { code: 'seat.group-needed', path: 'seats.0.groupId' }],
  ])('refuses %s', (_name, seats, refusal) => {
    expect(checkNewSeats(seats, known)).toEqual(refusal);
  });
});
