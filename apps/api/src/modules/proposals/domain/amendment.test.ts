import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@tegerek/contracts';
import { acceptAmendment, checkSuggestion, declineAmendment, withdrawAmendment, type Amendment } from './amendment.js';
import { sampleProposal } from './proposal.sample.js';

const author = { isAuthor: true, isStaff: false };
const rapporteur = { isAuthor: false, isStaff: true };
const proposal = sampleProposal({ rev: 2 });
const amendment = (change: Partial<Amendment> = {}): Amendment => ({ id: 'a', space: proposal.space, proposalId: proposal.id, field: 'deadline', text: '2028', reason: '', rev: 1, seatId: 's', groupId: null, status: 'open', answer: '', place: null, erased: false, at: 1, ...change });
const seen = { seenRev: 2, seenFields: proposal.fields, text: null };

describe('an amendment', () => {
  it('is another text for one field of an open proposal, within the limit of that field', () => {
    const suggest = (change: Partial<Amendment>, of = proposal) => checkSuggestion(of, [], amendment(change));
    expect(suggest({})).toBeNull();
    expect(suggest({ text: proposal.fields.deadline })).toEqual({ code: 'amendment.same', path: 'text' });
    expect(suggest({ field: 'text', text: '' })).toMatchObject({ code: 'request.invalid', path: 'text' });
    expect(suggest({ text: 'ы'.repeat(LIMITS.name + 1) })).toMatchObject({ code: 'request.invalid', path: 'text' });
    expect(suggest({ field: 'text', text: 'ы'.repeat(LIMITS.proposalText) })).toBeNull();
    expect(suggest({ rev: 3 })).toEqual({ code: 'request.invalid', path: 'rev' });
    for (const status of ['frozen', 'adopted', 'withdrawn', 'merged'] as const) expect(suggest({}, { ...proposal, status })).toMatchObject({ code: 'proposal.state' });
    expect(checkSuggestion(proposal, Array.from({ length: LIMITS.amendmentsPerProposal }, () => amendment()), amendment())).toMatchObject({ code: 'amendment.too-many' });
  });

  it('is accepted by who may edit, as suggested or as it reads now, and becomes a revision', () => {
    expect(acceptAmendment(amendment(), proposal, seen, author, 'open')).toMatchObject({ next: { rev: 3, fields: { deadline: '2028' } }, amendment: { status: 'accepted' } });
    expect(acceptAmendment(amendment(), { ...proposal, status: 'in-formulation' }, { ...seen, text: '2029' }, rapporteur, 'discussion')).toMatchObject({ next: { fields: { deadline: '2029' } } });
    expect(acceptAmendment(amendment(), { ...proposal, status: 'in-formulation' }, seen, author, 'discussion')).toEqual({ code: 'proposal.taken-up' });
    expect(acceptAmendment(amendment(), proposal, { ...seen, seenRev: 1, seenFields: { ...proposal.fields, deadline: 'раньше' } }, author, 'open')).toMatchObject({ code: 'proposal.stale', path: 'fields.deadline' });
  });

  it('is declined with an answer, withdrawn by its author, and then stays so', () => {
    expect(declineAmendment(amendment(), proposal, 'Рано', author, 'open')).toMatchObject({ status: 'declined', answer: 'Рано' });
    expect(withdrawAmendment(amendment())).toMatchObject({ status: 'withdrawn' });
    for (const status of ['accepted', 'declined', 'withdrawn'] as const) {
      expect(withdrawAmendment(amendment({ status }))).toMatchObject({ code: 'amendment.state' });
      expect(declineAmendment(amendment({ status }), proposal, '', author, 'open')).toMatchObject({ code: 'amendment.state' });
      expect(acceptAmendment(amendment({ status }), proposal, seen, author, 'open')).toMatchObject({ code: 'amendment.state' });
    }
  });
});
