import { describe, expect, it } from '@jest/globals';
import type { PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { lineageOf } from './lineage.js';

const view = (proposalId: string, number: number, change: Partial<ProposalView> = {}) => ({ proposalId, number, mergedInto: null, splitFrom: null, ...change }) as ProposalView;

describe('lineage', () => {
  it('reads both ways', () => {
    const proposals: PanelSlice['proposals'] = Object.fromEntries([view('a', 1), view('c', 3, { mergedInto: 'a' }), view('b', 2, { mergedInto: 'a' }), view('d', 4, { splitFrom: 'a' })].map((each) => [each.proposalId, each]));
    const ids = (found: readonly ProposalView[]) => found.map(({ proposalId }) => proposalId);
    const of = (id: string) => lineageOf(proposals, proposals[id] as ProposalView);
    expect([ids(of('a').mergedFrom), ids(of('a').splitInto), of('b').mergedInto?.proposalId, of('d').splitFrom?.proposalId]).toEqual([['b', 'c'], ['d'], 'a', 'a']);
    expect(of('c')).toMatchObject({ mergedFrom: [], splitInto: [], splitFrom: undefined });
  });
});
