import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@tegerek/contracts';
import { checkAttach, contest, notesOf, uncontest, withdrawEvidence, type Evidence } from './evidence.js';
import { sampleProposal } from './proposal.sample.js';

const proposal = sampleProposal();
const fact = (change: Partial<Evidence> = {}): Evidence => ({
  id: 'e', space: proposal.space, proposalId: proposal.id, claim: 'Публикуется треть планов', source: 'Нацстатком', date: '2025', region: '', url: '', file: null, confidence: 'high', language: 'ru', seatId: 'author', groupId: 'g',
  contests: [], withdrawn: false, at: 1, ...change,
});
const by = (seatId: string, groupId: string | null = 'h') => ({ seatId, groupId, reason: 'Другие данные' });

describe('evidence', () => {
  it('is attached while the text is open, up to a limit; withdrawn ones do not count', () => {
    const full = Array.from({ length: LIMITS.evidencePerProposal }, (_, i) => fact({ id: `e${i}` }));
    expect(checkAttach(proposal, full.slice(1))).toBeNull();
    expect(checkAttach(proposal, full)).toMatchObject({ code: 'evidence.too-many' });
    expect(checkAttach(proposal, full.map((each, i) => (i === 0 ? { ...each, withdrawn: true } : each)))).toBeNull();
  });

  it.each(['frozen', 'adopted', 'not-adopted', 'withdrawn', 'merged'] as const)('stands still while its text is %s', (status) => {
    const still = { ...proposal, status };
    for (const answer of [checkAttach(still, []), withdrawEvidence(fact(), still), contest(fact(), still, by('x')), uncontest(fact({ contests: [by('x')] }), still, 'x')]) expect(answer).toMatchObject({ code: 'proposal.state' });
  });

  it('is contested with a reason, once each, never by who gave it, and that can be taken back', () => {
    const once = contest(fact({ contests: [by('x'), by('y')] }), proposal, { ...by('x'), reason: 'Устарело' });
    expect(once).toMatchObject({ contests: [{ seatId: 'y' }, { seatId: 'x', reason: 'Устарело' }] });
    expect(contest(fact(), proposal, by('author'))).toEqual({ code: 'evidence.own' });
    expect(contest(fact({ withdrawn: true }), proposal, by('x'))).toEqual({ code: 'evidence.state' });
    expect(uncontest(fact({ contests: [by('x')] }), proposal, 'x')).toMatchObject({ contests: [] });
    expect(uncontest(fact(), proposal, 'x')).toEqual({ code: 'evidence.not-contested' });
    expect(withdrawEvidence(fact({ withdrawn: true }), proposal)).toEqual({ code: 'evidence.state' });
  });

  it('is frozen in its order, with the groups that contest it, each once', () => {
    const notes = notesOf([fact({ id: 'b', at: 2, contests: [by('x'), by('y'), by('z', 'a'), by('w', null)] }), fact({ id: 'c', withdrawn: true }), fact({ id: 'a', at: 2 }), fact({ id: 'd', at: 1, url: 'https://stat.example/1' })]);
    expect(notes.map(({ evidenceId, contestedBy, link }) => [evidenceId, contestedBy, link])).toEqual([['d', [], 'https://stat.example/1'], ['a', [], ''], ['b', ['a', 'h'], '']]);
  });
});
