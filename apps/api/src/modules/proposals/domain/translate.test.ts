import { describe, expect, it } from '@jest/globals';
import { sampleProposal } from './proposal.sample.js';
import { checkTranslation } from './translate.js';

describe('a translation', () => {
  const proposal = sampleProposal({ rev: 3 });

  it('renders the present revision in another language, at any time', () => {
    for (const status of ['submitted', 'in-formulation', 'frozen', 'adopted', 'not-adopted'] as const) expect(checkTranslation({ ...proposal, status }, { language: 'ky', rev: 3 })).toBeNull();
  });

  it('is refused for another revision, its own language, and what is gone', () => {
    expect(checkTranslation(proposal, { language: 'ky', rev: 2 })).toEqual({ code: 'proposal.stale', path: 'rev', details: { rev: 3 } });
    expect(checkTranslation(proposal, { language: 'ru', rev: 3 })).toEqual({ code: 'proposal.own-language', path: 'language' });
    for (const status of ['withdrawn', 'merged'] as const) expect(checkTranslation({ ...proposal, status }, { language: 'ky', rev: 3 })).toMatchObject({ code: 'proposal.state' });
  });
});
