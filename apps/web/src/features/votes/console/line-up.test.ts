import { describe, expect, it } from '@jest/globals';
import type { AmendmentView, Formulation, LineUpView } from '@tegerek/contracts/wire';
import { amendmentNumbers, moved, nextInLine, usualOrder } from './line-up.js';

const fields: Formulation = { title: '', text: 'Отвечать за 30 дней', addressee: '', responsible: '', deadline: '2027', indicator: '', region: '' };
const amendment = (amendmentId: string, part: Partial<AmendmentView> = {}): AmendmentView =>
  ({ amendmentId, proposalId: 'p', field: 'text', text: 'Отвечать за 20 дней', reason: '', rev: 1, seatId: 's', groupId: null, status: 'open', answer: '', bySeat: null, at: 1, ...part });

describe('the order in which the room takes amendments', () => {
  it('puts the one furthest from the text first, field by field', () => {
    const [near, far, date] = [amendment('near'), amendment('far', { text: 'Публиковать ответы раз в год' }), amendment('date', { field: 'deadline', text: '2028' })];
    expect(usualOrder([date, near, far], fields).map(({ amendmentId }) => amendmentId)).toEqual(['far', 'near', 'date']);
  });

  it('numbers them in the order of suggestion and moves one within the ends', () => {
    expect([...amendmentNumbers([amendment('b', { at: 2 }), amendment('a')], '2.3')]).toEqual([['a', '2.3/1'], ['b', '2.3/2']]);
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  });

  it('passes over what was withdrawn or settled', () => {
    const item = (amendmentId: string, outcome: LineUpView['items'][number]['outcome']) => ({ amendmentId, number: '', field: 'text' as const, text: '', outcome, voteId: null, to: null });
    const lineUp: LineUpView = { order: 'departure', reason: '', items: [item('a', 'rejected'), item('b', 'waiting'), item('c', 'waiting')] };
    expect(nextInLine(lineUp, { b: amendment('b', { status: 'withdrawn' }), c: amendment('c') })?.amendmentId).toBe('c');
    expect(nextInLine(undefined, {})).toBeUndefined();
  });
});
