import { describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@tegerek/contracts/wire';
import { EMPTY } from './fields.js';
import { orderAmendments } from './order-amendments.js';

const made = (amendmentId: string, text: string, change: Partial<AmendmentView> = {}): AmendmentView => ({ amendmentId, proposalId: 'p', field: 'text', text, reason: '', rev: 1, seatId: 's', groupId: null, status: 'open', answer: '', bySeat: null, at: 0, ...change });

describe('the order of amendments', () => {
  const fields = { ...EMPTY, text: 'Публиковать планы районов до 1 июля', deadline: '2027' };
  it('of one field: the furthest from the text first; settled ones last', () => {
    const near = made('near', 'Публиковать планы районов до 1 августа');
    const far = made('far', 'Создать общий портал всех планов и замечаний к ним');
    const settled = made('settled', 'x', { status: 'declined', at: 5 });
    expect(orderAmendments([settled, near, far, made('deadline', '2028', { field: 'deadline' })], fields).map(({ amendmentId }) => amendmentId)).toEqual(['deadline', 'far', 'near', 'settled']);
  });
});
