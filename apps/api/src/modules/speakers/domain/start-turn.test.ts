import { describe, expect, it } from '@jest/globals';
import { startTurn, type Floor, type Start } from './start-turn.js';

const start = (change: Partial<Start> = {}): Start => ({ panelId: 'p', handId: 'h', seatId: null, after: null, ...change });
const floor = (change: Partial<Floor> = {}): Floor => ({ turnId: null, hand: { id: 'h', panelId: 'p', seatId: 's', isUp: true }, ...change });

describe('startTurn', () => {
  it('gives the floor to the raised hand, or to a seat with the hand that it has up', () => {
    expect(startTurn(start(), floor())).toEqual({ seatId: 's', handId: 'h' });
    expect(startTurn(start({ handId: null, seatId: 's' }), floor())).toEqual({ seatId: 's', handId: 'h' });
    expect(startTurn(start({ handId: null, seatId: 'x' }), floor({ hand: undefined }))).toEqual({ seatId: 'x', handId: null });
    expect(startTurn(start({ after: 't1' }), floor({ turnId: 't1' }))).toEqual({ seatId: 's', handId: 'h' });
  });

  it.each([
    ['the second of two moderators', start({ after: 't1' }), floor({ turnId: 't2' }), 'turn.moved-on'],
    ['who saw an empty floor', start(), floor({ turnId: 't2' }), 'turn.moved-on'],
    ['a hand that went down', start(), floor({ hand: { id: 'h', panelId: 'p', seatId: 's', isUp: false } }), 'hand.gone'],
    ['a hand of another panel', start(), floor({ hand: { id: 'h', panelId: 'q', seatId: 's', isUp: true } }), 'request.not-found'],
    ['an unknown hand', start(), floor({ hand: undefined }), 'request.not-found'],
    ['neither hand nor seat', start({ handId: null }), floor(), 'request.invalid'],
    ['both', start({ seatId: 's' }), floor(), 'request.invalid'],
  ])('refuses %s', (_name, asked, stands, code) => {
    expect(startTurn(asked, stands)).toMatchObject({ code });
  });
});
