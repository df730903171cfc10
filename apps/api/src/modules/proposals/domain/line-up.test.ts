import { describe, expect, it } from '@jest/globals';
import type { Amendment } from './amendment.js';
import { amendedText, falls, lineUp } from './line-up.js';
import { sampleProposal } from './proposal.sample.js';

const proposal = sampleProposal({ status: 'in-formulation', ready: true, rev: 2, fields: { ...sampleProposal().fields, text: 'Министерство отвечает на обращения граждан за 30 дней.' } });
const text = (id: string, words: string, change: Partial<Amendment> = {}): Amendment =>
  ({ id, space: proposal.space, proposalId: proposal.id, field: 'text', text: words, reason: '', rev: 2, seatId: 's', groupId: null, status: 'open', answer: '', place: null, erased: false, at: 1, ...change });
const days = text('days', 'Министерство отвечает на обращения граждан за 10 дней.');
const whole = text('whole', 'Раз в год публикуется отчёт.', { at: 2 });
const who = text('who', 'Каждое ведомство отвечает на обращения граждан за 30 дней.', { at: 3 });

describe('amendments that the room decides', () => {
  it('are lined up with the furthest from the text first, numbered as they were suggested', () => {
    const done = lineUp(proposal, [days, whole, who], ['whole', 'who', 'days'], '', '2.3');
    expect(done).toMatchObject({ order: 'departure', items: [{ amendmentId: 'whole', number: '2.3/2' }, { amendmentId: 'who', number: '2.3/3' }, { amendmentId: 'days', number: '2.3/1' }] });
    expect('rows' in done && done.rows.map(({ id, place }) => [id, place])).toEqual([['days', 3], ['whole', 1], ['who', 2]]);
  });

  it('need a reason for another order, and competing ones go together', () => {
    const all = [days, whole, who];
    expect(lineUp(proposal, all, ['days', 'who', 'whole'], '', '2.3')).toMatchObject({ code: 'amendment.order-reason', path: 'reason' });
    expect(lineUp(proposal, all, ['days', 'who', 'whole'], 'Сначала срок', '2.3')).toMatchObject({ order: 'set' });
    expect(lineUp(proposal, all, ['days', 'who'], '', '2.3')).toMatchObject({ code: 'amendment.competing', details: { field: 'text' } });
    expect(lineUp(proposal, [days, { ...whole, status: 'declined' }], ['whole'], '', '2.3')).toMatchObject({ code: 'amendment.state' });
    expect(lineUp({ ...proposal, status: 'submitted' }, all, ['days'], '', '2.3')).toMatchObject({ code: 'proposal.state' });
  });

  it('are voted on in that order, on the text as it stands by then', () => {
    const [first, second] = [{ ...days, place: 1 }, { ...who, place: 2 }];
    const seen = proposal.fields.text;
    expect(amendedText(proposal, [first, second], second, seen)).toMatchObject({ code: 'amendment.order', details: { next: 'days' } });
    expect(amendedText(proposal, [days], days, seen)).toMatchObject({ code: 'amendment.order', details: { next: null } });
    const after = { ...proposal, fields: { ...proposal.fields, text: days.text } };
    expect(amendedText(after, [{ ...first, status: 'adopted' }, second], second, seen)).toMatchObject({ fields: { text: 'Каждое ведомство отвечает на обращения граждан за 10 дней.' } });
    expect(amendedText(after, [{ ...first, text: 'Министерство отвечает на обращения граждан за 5 дней.' }], { ...first, text: 'Министерство отвечает на обращения граждан за 5 дней.' }, seen)).toMatchObject({ code: 'amendment.clash' });
    expect(amendedText(after, [first], first, seen)).toMatchObject({ code: 'amendment.same' });
    const deadline = text('none', '', { field: 'deadline', place: 1 });
    expect(amendedText(proposal, [deadline], deadline, proposal.fields.deadline)).toMatchObject({ code: 'proposal.incomplete', path: 'deadline' });
  });

  it('fall to an adopted one where both hold the same place, and live on where they do not', () => {
    expect(falls(whole, proposal.fields.text, days.text)).toBe(true);
    expect(falls(days, proposal.fields.text, days.text)).toBe(true);
    expect(falls(who, proposal.fields.text, days.text)).toBe(false);
  });
});
