import { describe, expect, it } from '@jest/globals';
import { sampleProposal } from './proposal.sample.js';
import { isOwnDraft, withoutText } from './without-text.js';

describe('the text of a person who is erased', () => {
  it.each([
    ['submitted', 0, true, true], ['submitted', 0, false, true], ['withdrawn', 0, true, true], ['withdrawn', 0, false, false], ['in-formulation', 0, true, false],
    ['adopted', 1, true, false], ['not-adopted', 1, true, false], ['frozen', 1, true, false], ['withdrawn', 1, true, false],
  ] as const)('%s, %i versions, one hand %s: own draft %s', (status, versions, isOneHand, isOwn) => {
    expect(isOwnDraft({ status, versions, sponsors: [] }, isOneHand)).toBe(isOwn);
  });

  it('stays where another stands behind it', () => {
    expect(isOwnDraft(sampleProposal({ sponsors: [{ seatId: 's', groupId: null, capacity: 'self', from: null }] }), true)).toBe(false);
  });

  it('goes, and nothing else of the proposal', () => {
    const before = sampleProposal({ reason: 'моя причина' });
    const { fields, reason, status, ready, ...rest } = withoutText(before);
    expect({ text: Object.values(fields).join(''), reason, status, ready }).toEqual({ text: '', reason: '', status: 'withdrawn', ready: false });
    expect(before).toMatchObject(rest);
  });
});
