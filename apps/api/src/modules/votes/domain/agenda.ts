import type { AgendaHead, Refusal } from '@tegerek/contracts';
import type { VotableProposal } from './open-vote.js';

type Items = AgendaHead['items'];

/** Why these proposals cannot be listed as one agenda; `null`: they can. `earlier`: agendas of the panel. */
export function mayList(proposals: readonly (VotableProposal | undefined)[], earlier: readonly { items: Items }[], openVoteId: string | undefined): Refusal | null {
  if (openVoteId !== undefined) return { code: 'vote.open-already', details: { voteId: openVoteId } };
  const pulled = new Set(earlier.flatMap(({ items }) => items.filter(({ pulledOut }) => pulledOut).map(({ proposalId }) => proposalId)));
  for (const [i, proposal] of proposals.entries()) {
    const path = `proposalIds.${i}`;
    if (!proposal) return { code: 'request.not-found', path };
    if (proposal.status !== 'in-formulation' || !proposal.ready) return { code: 'proposal.state', path, details: { status: proposal.status, ready: proposal.ready } };
    // somebody wanted this one decided singly: that stands
    if (pulled.has(proposal.id)) return { code: 'agenda.pulled-out', path };
  }
  return null;
}

/** Without one item. The refusal says why it cannot be pulled out. */
export function pullOut(agenda: { state: AgendaHead['state']; items: Items }, proposalId: string): Items | Refusal {
  if (agenda.state === 'dropped') return { code: 'agenda.state', details: { state: agenda.state } };
  const item = agenda.items.find((each) => each.proposalId === proposalId);
  if (!item) return { code: 'request.not-found', path: 'proposalId' };
  if (item.pulledOut) return { code: 'agenda.pulled-out' };
  return agenda.items.map((each) => (each.proposalId === proposalId ? { ...each, pulledOut: true } : each));
}

/** What is still taken together: listed, not pulled out, and ready as it was. */
export const remaining = <P extends VotableProposal>(items: Items, proposals: ReadonlyMap<string, P>): P[] =>
  items.filter(({ pulledOut }) => !pulledOut).flatMap(({ proposalId }) => proposals.get(proposalId) ?? []).filter(({ status, ready }) => status === 'in-formulation' && ready);
