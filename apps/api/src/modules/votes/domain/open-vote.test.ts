import { describe, expect, it } from '@jest/globals';
import type { DecisionRule } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { headingOf, mayOpenDecision, mayOpenRanking, rankingOptions, supersession, withEveryGroup, type OpenDecision, type VotableProposal } from './open-vote.js';

const fields = { title: 'Title', text: 'Text', addressee: 'A', responsible: 'R', deadline: 'D', indicator: '', region: '' };
const proposal: VotableProposal = { id: 'p', number: 3, status: 'in-formulation', ready: true, voteId: null, language: 'ky', fields };
const open = (change: Partial<OpenDecision> = {}): OpenDecision =>
  ({ secret: false, rule: defaultRule(['a', 'b']) as DecisionRule, groupIds: ['a', 'b'], electorate: 'present', proposal, openVoteId: undefined, supersedes: null, lastId: undefined, ...change });

describe('opening a decision', () => {
  it('needs a proposal that is taken up and ready', () => {
    expect(mayOpenDecision(open())).toBeNull();
    expect(mayOpenDecision(open({ proposal: { ...proposal, ready: false } }))).toMatchObject({ code: 'proposal.state' });
    expect(mayOpenDecision(open({ proposal: { ...proposal, status: 'adopted' } }))).toMatchObject({ code: 'proposal.state', details: { status: 'adopted' } });
  });

  it('one vote at a time in a panel: the second of two moderators learns which is open', () => {
    expect(mayOpenDecision(open({ openVoteId: 'v' }))).toEqual({ code: 'vote.open-already', details: { voteId: 'v' } });
    expect(mayOpenDecision(open({ proposal: { ...proposal, status: 'frozen', voteId: 'v' } }))).toEqual({ code: 'vote.open-already', details: { voteId: 'v' } });
  });

  it('a secret vote is refused, never emulated', () => {
    expect(mayOpenDecision(open({ secret: true }))).toEqual({ code: 'vote.secret-unsupported', path: 'secret' });
    expect(mayOpenRanking({ secret: true, shortlist: null, options: [], openVoteId: undefined })).toEqual({ code: 'vote.secret-unsupported', path: 'secret' });
  });

  it('a decided one is decided again only as a correction of the decision that stands', () => {
    const adopted = { ...proposal, status: 'adopted' as const, ready: false };
    expect(mayOpenDecision(open({ proposal: adopted, lastId: 'v1' }))).toMatchObject({ code: 'proposal.state' });
    expect(mayOpenDecision(open({ proposal: adopted, lastId: 'v2', supersedes: { voteId: 'v1', reason: 'x' } }))).toEqual({ code: 'vote.superseded', path: 'supersedes', details: { voteId: 'v2' } });
    expect(mayOpenDecision(open({ proposal: adopted, lastId: 'v2', supersedes: { voteId: 'v2', reason: 'x' } }))).toBeNull();
    expect(supersession('adopted', 'v2', 'x')).toEqual({ supersedes: { voteId: 'v2', reason: 'x' }, returnsTo: 'adopted' });
    expect(supersession('in-formulation', 'v2')).toEqual({ supersedes: { voteId: 'v2', reason: '' }, returnsTo: 'in-formulation' });
    expect(supersession('in-formulation', undefined)).toEqual({ supersedes: null, returnsTo: 'in-formulation' });
  });

  it('a rule without sense is refused', () => {
    expect(mayOpenDecision(open({ groupIds: ['a', 'b', 'c'] }))).toMatchObject({ code: 'vote.rule-invalid' });
  });
});

describe('opening a ranking', () => {
  const options = rankingOptions([
    { ...proposal, id: 'c', panelNumber: 2, number: 1, status: 'adopted' }, { ...proposal, id: 'b', panelNumber: 1, number: 12, status: 'adopted' },
    { ...proposal, id: 'a', panelNumber: 1, number: 2, status: 'adopted' }, { ...proposal, id: 'x', panelNumber: 1, number: 1, status: 'not-adopted' },
  ]);

  it('offers the adopted ones only, by panel and number', () => {
    expect(options.map(({ id, number }) => [id, number])).toEqual([['a', '1.2'], ['b', '1.12'], ['c', '2.1']]);
  });

  it('needs two', () => {
    expect(mayOpenRanking({ secret: false, shortlist: 2, options, openVoteId: undefined })).toBeNull();
    expect(mayOpenRanking({ secret: false, shortlist: 3, options, openVoteId: undefined })).toMatchObject({ code: 'vote.nothing-to-rank', path: 'shortlist' });
    expect(mayOpenRanking({ secret: false, shortlist: null, options: options.slice(1, 2), openVoteId: undefined })).toEqual({ code: 'vote.nothing-to-rank', details: { options: 1 } });
    expect(mayOpenRanking({ secret: false, shortlist: null, options, openVoteId: 'v' })).toMatchObject({ code: 'vote.open-already' });
  });
});

describe('what is frozen', () => {
  it('a heading falls back to the start of the text, by code points', () => {
    expect(headingOf(fields)).toBe('Title');
    expect(headingOf({ title: '', text: 'short' })).toBe('short');
    expect([...headingOf({ title: '', text: '😀'.repeat(300) })]).toHaveLength(200);
  });

  it('groups without a seat are listed with 0', () => {
    expect(withEveryGroup(['a', 'b'], { b: 2 })).toEqual({ a: 0, b: 2 });
  });
});
