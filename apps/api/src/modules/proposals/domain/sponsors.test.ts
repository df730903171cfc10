import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@tegerek/contracts';
import { sampleProposal } from './proposal.sample.js';
import { sponsor, unsponsor } from './sponsors.js';

const by = (seatId: string) => ({ seatId, groupId: 'g' });
const proposal = sampleProposal();

describe('co-sponsors', () => {
  it('join a submitted proposal, each for somebody, and may say otherwise later', () => {
    const one = sponsor(proposal, by('a'), 'organisation');
    expect(one).toMatchObject({ sponsors: [{ seatId: 'a', groupId: 'g', capacity: 'organisation', from: null }] });
    if ('code' in one) throw new Error(one.code);
    expect(sponsor(one, by('a'), 'group')).toMatchObject({ sponsors: [{ capacity: 'group' }] });
    expect(sponsor(one, by('a'), 'organisation')).toEqual({ code: 'proposal.sponsored-already' });
  });

  it('are not its author, and join no closed text', () => {
    expect(sponsor(proposal, by(proposal.seatId), 'self')).toEqual({ code: 'proposal.own' });
    for (const status of ['frozen', 'adopted', 'not-adopted', 'withdrawn', 'merged'] as const) expect(sponsor({ ...proposal, status }, by('a'), 'self')).toMatchObject({ code: 'proposal.state' });
  });

  it('have an end; those whom a merge brought do not count', () => {
    const people = (from: string | null) => Array.from({ length: LIMITS.sponsorsPerProposal }, (_, i) => ({ seatId: `s${i}`, groupId: null, capacity: 'self' as const, from }));
    expect(sponsor({ ...proposal, sponsors: people(null) }, by('a'), 'self')).toMatchObject({ code: 'proposal.too-many-sponsors' });
    expect(sponsor({ ...proposal, sponsors: people('merged') }, by('a'), 'self')).toHaveProperty('sponsors');
  });

  it('take their own name back, also once it is decided', () => {
    const joined = { ...proposal, sponsors: [{ ...by('a'), capacity: 'self' as const, from: null }] };
    expect(unsponsor({ ...joined, status: 'adopted' }, 'a')).toMatchObject({ sponsors: [] });
    expect(unsponsor(joined, 'b')).toEqual({ code: 'proposal.not-sponsored' });
    expect(unsponsor({ ...joined, status: 'merged' }, 'a')).toMatchObject({ code: 'proposal.state' });
  });
});
