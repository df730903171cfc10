import type { Formulation } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import type { Proposal } from '../domain/proposal.js';
import { isOwnDraft, NO_TEXT } from '../domain/without-text.js';
import { ProposalRow, RevisionRow, TranslationRow } from './proposal.row.js';

/** One proposal of the space. */
export const findProposal = (work: Work, id: string): Promise<ProposalRow | undefined> => work.get(ProposalRow, id);

/** All proposals of a panel, or of the whole dialogue, by panel and number. */
export async function listProposals(work: Work, panelId: string | null): Promise<ProposalRow[]> {
  const rows = await work.select(ProposalRow, panelId === null ? {} : { panelId });
  return rows.sort((a, b) => (a.panelId === b.panelId ? a.number - b.number : a.panelId < b.panelId ? -1 : 1));
}

/** The text as one saved revision had it. */
export async function textOfRevision(work: Work, proposalId: string, rev: number): Promise<Formulation | undefined> {
  const [row] = await work.select(RevisionRow, { proposalId, rev });
  return row?.fields;
}

/** Records the proposal and its text as a revision of its own. */
export function saveRevision(work: Work, proposal: Proposal, by: { id: string; seatId: string; at: number }): void {
  work.put(ProposalRow, proposal);
  work.put(RevisionRow, { id: by.id, space: proposal.space, proposalId: proposal.id, rev: proposal.rev, fields: proposal.fields, bySeat: by.seatId, at: by.at });
}

/** Proposals of a seat that are still its own words alone. */
export async function ownDrafts(work: Work, seatId: string): Promise<ProposalRow[]> {
  const drafts: ProposalRow[] = [];
  for (const proposal of await work.select(ProposalRow, { seatId })) {
    const revisions = await work.select(RevisionRow, { proposalId: proposal.id });
    if (isOwnDraft(proposal, revisions.every((revision) => revision.bySeat === seatId))) drafts.push(proposal);
  }
  return drafts;
}

/** No revision and no translation of it holds a text any more. */
export async function blankTexts(work: Work, proposalId: string): Promise<void> {
  for (const revision of await work.select(RevisionRow, { proposalId })) work.put(RevisionRow, { ...revision, fields: NO_TEXT });
  for (const translation of await work.select(TranslationRow, { proposalId })) work.put(TranslationRow, { ...translation, fields: NO_TEXT });
}
