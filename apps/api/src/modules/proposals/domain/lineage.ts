import type { Formulation, Refusal, SponsorView } from '@tegerek/contracts';
import { isOpenText, type Proposal } from './proposal.js';
import { nextNumber } from './submit-proposal.js';

export interface Merged {
  /** Goes on, with everybody who stood behind the others. */
  target: Proposal;
  sources: Proposal[];
}

const wrongState = ({ status }: Proposal, path: string): Refusal => ({ code: 'proposal.state', path, details: { status } });

/**
 * Proposals of one panel become part of another that is being formulated. Nothing is lost: their texts stay readable, their authors and co-sponsors
 * stand behind the one that goes on, each marked with where they came from.
 */
export function merge(target: Proposal, sources: readonly Proposal[]): Merged | Refusal {
  if (target.status !== 'in-formulation') return wrongState(target, 'proposalId');
  const strange = sources.findIndex((source, i) => source.id === target.id || source.panelId !== target.panelId || sources.findIndex(({ id }) => id === source.id) !== i);
  if (strange >= 0) return { code: 'request.invalid', path: `from.${strange}` };
  const closed = sources.find(({ status }) => !isOpenText(status));
  if (closed) return wrongState(closed, `from.${sources.indexOf(closed)}`);
  return {
    target: { ...target, ready: false, sponsors: sources.reduce((all, source) => withPeopleOf(all, source, target.seatId), target.sponsors) },
    sources: sources.map((source) => ({ ...source, status: 'merged', ready: false, mergedInto: target.id })),
  };
}

/** Everybody once; whoever stands behind both keeps the place and capacity that they chose there. */
function withPeopleOf(sponsors: readonly SponsorView[], source: Proposal, author: string): readonly SponsorView[] {
  const people: SponsorView[] = [{ seatId: source.seatId, groupId: source.groupId, capacity: source.capacity, from: source.id }, ...source.sponsors.map((each) => ({ ...each, from: each.from ?? source.id }))];
  const known = new Set([author, ...sponsors.map(({ seatId }) => seatId)]);
  return [...sponsors, ...people.filter(({ seatId }) => !known.has(seatId))];
}

export interface Part {
  proposalId: string;
  fields: Formulation;
}

/** Parts of a text that is being formulated become proposals of their own, with its author and co-sponsors. It stays, to be shortened. */
export function split(source: Proposal, parts: readonly Part[], others: readonly Proposal[]): Proposal[] | Refusal {
  if (source.status !== 'in-formulation') return wrongState(source, 'proposalId');
  const twice = parts.findIndex(({ proposalId }, i) => parts.findIndex((part) => part.proposalId === proposalId) !== i);
  if (twice >= 0) return { code: 'request.invalid', path: `parts.${twice}.proposalId` };
  const first = nextNumber(others);
  return parts.map(({ proposalId, fields }, i) => ({ ...source, id: proposalId, fields, number: first + i, rev: 1, ready: false, mergedInto: null, splitFrom: source.id, versions: 0, voteId: null, decision: null, reason: '' }));
}
