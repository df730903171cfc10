import type { PanelSlice, ProposalView } from '@tegerek/contracts/wire';

/** Where a proposal came from and what became of it, both ways. */
export interface Lineage {
  mergedInto: ProposalView | undefined;
  mergedFrom: ProposalView[];
  splitFrom: ProposalView | undefined;
  splitInto: ProposalView[];
}

export function lineageOf(proposals: PanelSlice['proposals'], proposal: ProposalView): Lineage {
  const all = Object.values(proposals).sort((a, b) => a.number - b.number);
  return {
    mergedInto: proposals[proposal.mergedInto ?? ''], mergedFrom: all.filter((each) => each.mergedInto === proposal.proposalId),
    splitFrom: proposals[proposal.splitFrom ?? ''], splitInto: all.filter((each) => each.splitFrom === proposal.proposalId),
  };
}
