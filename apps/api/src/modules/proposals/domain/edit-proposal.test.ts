import { describe, expect, it } from '@jest/globals';
import { editProposal, type Edit } from './edit-proposal.js';
import { sampleProposal } from './proposal.sample.js';

const author = { isStaff: false, isAuthor: true };
const rapporteur = { isStaff: true, isAuthor: false };
const proposal = sampleProposal({ rev: 3 });
const edit = (change: Partial<Edit> = {}): Edit => ({ fields: { deadline: '2027' }, seenRev: 3, seenFields: proposal.fields, ...change });

describe('editing a proposal', () => {
  it('saves the fields that were sent and counts a revision', () => {
    expect(editProposal(proposal, edit(), author, 'open')).toEqual({ unreadied: false, next: { ...proposal, rev: 4, fields: { ...proposal.fields, deadline: '2027' } } });
  });

  it('is the author’s until it is taken up, then staff’s', () => {
    const taken = { ...proposal, status: 'in-formulation' as const };
    expect(editProposal(taken, edit(), author, 'discussion')).toEqual({ code: 'proposal.taken-up' });
    expect(editProposal(taken, edit(), rapporteur, 'discussion')).toHaveProperty('next.rev', 4);
    expect(editProposal(proposal, edit(), rapporteur, 'open')).toMatchObject({ code: 'panel.phase' });
  });

  it.each(['frozen', 'adopted', 'not-adopted', 'withdrawn'] as const)('never while %s', (status) => {
    expect(editProposal({ ...proposal, status }, edit(), rapporteur, 'decision')).toEqual({ code: 'proposal.state', details: { status } });
  });

  it('of an older revision merges where other fields changed since', () => {
    const seenFields = { ...proposal.fields, text: 'older text' };
    expect(editProposal(proposal, edit({ seenRev: 2, seenFields }), author, 'open')).toHaveProperty('next.fields', { ...proposal.fields, deadline: '2027' });
  });

  it('of an older revision is stale where the same field changed, and says what stands there now', () => {
    const seenFields = { ...proposal.fields, deadline: '2025' };
    expect(editProposal(proposal, edit({ seenRev: 2, seenFields }), author, 'open'))
      .toEqual({ code: 'proposal.stale', path: 'fields.deadline', details: { rev: 3, fields: { deadline: proposal.fields.deadline } } });
    expect(editProposal(proposal, edit({ seenRev: 99, seenFields: undefined }), author, 'open')).toMatchObject({ code: 'proposal.stale' });
  });

  it('that empties a needed field takes the readiness back', () => {
    const ready = { ...proposal, status: 'in-formulation' as const, ready: true };
    expect(editProposal(ready, edit({ fields: { deadline: '' } }), rapporteur, 'decision')).toMatchObject({ unreadied: true, next: { ready: false } });
    expect(editProposal(ready, edit(), rapporteur, 'decision')).toMatchObject({ unreadied: false, next: { ready: true } });
  });

  it('needs fields and the revision that was seen', () => {
    expect(editProposal(proposal, edit({ fields: {} }), author, 'open')).toEqual({ code: 'request.invalid', path: 'fields' });
    expect(editProposal(proposal, edit({ seenRev: undefined }), author, 'open')).toEqual({ code: 'request.invalid', path: 'expect.rev' });
  });
});
