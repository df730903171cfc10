import { describe, expect, it } from '@jest/globals';
import { mayList, pullOut, remaining } from './agenda.js';
import type { VotableProposal } from './open-vote.js';

const fields = { title: 'T', text: 'T', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };
const proposal = (id: string, change: Partial<VotableProposal> = {}): VotableProposal => ({ id, number: 1, status: 'in-formulation', ready: true, voteId: null, language: 'ru', fields, ...change });
const item = (proposalId: string, pulledOut = false) => ({ proposalId, number: '1.1', title: 'T', language: 'ru' as const, pulledOut });

describe('a consent agenda', () => {
  it('lists what is ready, unless a vote runs or somebody wanted it singly', () => {
    const both = [proposal('a'), proposal('b')];
    expect(mayList(both, [], undefined)).toBeNull();
    expect(mayList(both, [], 'v')).toMatchObject({ code: 'vote.open-already' });
    expect(mayList([proposal('a'), proposal('b', { ready: false })], [], undefined)).toMatchObject({ code: 'proposal.state', path: 'proposalIds.1' });
    expect(mayList([proposal('a'), undefined], [], undefined)).toEqual({ code: 'request.not-found', path: 'proposalIds.1' });
    expect(mayList(both, [{ items: [item('b', true)] }], undefined)).toEqual({ code: 'agenda.pulled-out', path: 'proposalIds.1' });
  });

  it('an item is pulled out once, from a list that stands', () => {
    expect(pullOut({ state: 'listed', items: [item('a'), item('b')] }, 'b')).toEqual([item('a'), item('b', true)]);
    expect(pullOut({ state: 'listed', items: [item('a', true)] }, 'a')).toEqual({ code: 'agenda.pulled-out' });
    expect(pullOut({ state: 'listed', items: [item('a')] }, 'x')).toMatchObject({ code: 'request.not-found' });
    expect(pullOut({ state: 'dropped', items: [item('a')] }, 'a')).toMatchObject({ code: 'agenda.state' });
  });

  it('opens what is left and still ready, in its order', () => {
    const proposals = new Map([['a', proposal('a')], ['b', proposal('b', { status: 'adopted', ready: false })], ['c', proposal('c')]]);
    expect(remaining([item('c'), item('a', true), item('b')], proposals).map(({ id }) => id)).toEqual(['c']);
  });
});
