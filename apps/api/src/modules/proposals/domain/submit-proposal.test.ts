import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@tegerek/contracts';
import { sampleProposal } from './proposal.sample.js';
import { submitProposal } from './submit-proposal.js';

const { id, space, panelId, language, fields, fromQuestion, seatId, groupId, capacity } = sampleProposal();
const submission = { id, space, panelId, language, fields, fromQuestion, seatId, groupId, capacity };

describe('submitting a proposal', () => {
  it('numbers within the panel, after withdrawn ones too', () => {
    expect(submitProposal(submission, [])).toMatchObject({ number: 1, rev: 1, status: 'submitted' });
    expect(submitProposal(submission, [sampleProposal({ number: 1 }), sampleProposal({ number: 4, status: 'withdrawn' })])).toMatchObject({ number: 5 });
  });

  it('stops at the limit per seat, not counting withdrawn ones or other authors', () => {
    const full = Array.from({ length: LIMITS.proposalsPerSeat }, (_, i) => sampleProposal({ number: i + 1 }));
    expect(submitProposal(submission, full)).toEqual({ code: 'proposal.too-many', details: { max: LIMITS.proposalsPerSeat } });
    expect(submitProposal({ ...submission, seatId: 'other' }, full)).toMatchObject({ number: LIMITS.proposalsPerSeat + 1 });
    expect(submitProposal(submission, full.map((each, i) => (i === 0 ? { ...each, status: 'withdrawn' as const } : each)))).toHaveProperty('status', 'submitted');
  });
});
