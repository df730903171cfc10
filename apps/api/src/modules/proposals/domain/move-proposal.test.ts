import { describe, expect, it } from '@jest/globals';
import { freeze, markReady, release, settle, takeUp, withdraw } from './move-proposal.js';
import { sampleProposal } from './proposal.sample.js';

const author = { isStaff: false, isAuthor: true };
const staff = { isStaff: true, isAuthor: false };
const taken = sampleProposal({ status: 'in-formulation' });

describe('the way of a proposal', () => {
  it('is taken up once', () => {
    expect(takeUp(sampleProposal())).toMatchObject({ status: 'in-formulation' });
    expect(takeUp(taken)).toMatchObject({ code: 'proposal.state', details: { status: 'in-formulation' } });
  });

  it('may be taken up again after it was not adopted, never after it was adopted', () => {
    expect(takeUp(sampleProposal({ status: 'not-adopted' }))).toMatchObject({ status: 'in-formulation', ready: false });
    expect(takeUp(sampleProposal({ status: 'adopted' }))).toMatchObject({ code: 'proposal.state' });
  });

  it('is ready only with text, addressee, responsible and deadline', () => {
    expect(markReady(taken, true)).toMatchObject({ ready: true });
    const fields = { ...taken.fields, responsible: '', deadline: '' };
    expect(markReady({ ...taken, fields }, true)).toEqual({ code: 'proposal.incomplete', path: 'responsible', details: { missing: ['responsible', 'deadline'] } });
    expect(markReady({ ...taken, fields, ready: true }, false)).toMatchObject({ ready: false });
  });

  it('marking twice, or before it is taken up, is refused', () => {
    expect(markReady({ ...taken, ready: true }, true)).toMatchObject({ code: 'proposal.state' });
    expect(markReady(sampleProposal(), true)).toMatchObject({ code: 'proposal.state' });
  });

  it('is withdrawn by its author until it is taken up, then by staff', () => {
    expect(withdraw(sampleProposal(), author, 'x')).toMatchObject({ status: 'withdrawn', reason: 'x' });
    expect(withdraw(taken, author, '')).toEqual({ code: 'proposal.taken-up' });
    expect(withdraw(taken, staff, '')).toMatchObject({ status: 'withdrawn' });
    expect(withdraw(sampleProposal({ status: 'frozen' }), staff, '')).toMatchObject({ code: 'proposal.state' });
  });

  it('freezes, settles, and after a void is ready again', () => {
    const frozen = freeze({ ...taken, ready: true }, 'v');
    expect(frozen).toMatchObject({ status: 'frozen', voteId: 'v', versions: 1 });
    const decision = { voteId: 'v', version: 1 };
    expect(settle(frozen, true, decision)).toMatchObject({ status: 'adopted', decision });
    expect(settle(frozen, false, decision)).toMatchObject({ status: 'not-adopted', decision });
    // a correction opened by mistake leaves the decision that stands
    expect(release(freeze(settle(frozen, true, decision), 'w'), 'adopted')).toMatchObject({ status: 'adopted', voteId: 'w', versions: 2, decision });
    expect(release(frozen)).toMatchObject({ status: 'in-formulation', ready: true, versions: 1 });
  });
});
