import { versionHash } from '@tegerek/ballot';
import type { Version } from '@tegerek/contracts';
import type { Work } from '../../platform/commands/work.js';
import { notesOf } from './domain/evidence.js';
import { freeze, release, settle } from './domain/move-proposal.js';
import type { Proposal } from './domain/proposal.js';
import { ProposalRow, VersionRow } from './store/proposal.row.js';
import { tellTranslation } from './handlers/tell-translation.js';
import { evidenceOf } from './store/evidence.store.js';
import { findProposal } from './store/proposals.store.js';
import { saveTranslation, translationsOf } from './store/translations.store.js';

/** Freezes the text as its next immutable version, with its evidence and what renders it in other languages, and binds the proposal to the vote (docs/protocol.md PROP-4). */
export async function freezeVersion(work: Work, proposal: Proposal, by: { versionId: string; voteId: string; at: number }): Promise<Version> {
  const next = freeze(proposal, by.voteId);
  const { id: proposalId, versions: number, language, fields } = next;
  const hash = versionHash({ proposalId, number, language, fields });
  work.put(ProposalRow, next);
  work.put(VersionRow, { id: by.versionId, space: next.space, proposalId, number, language, fields, hash, rev: next.rev, frozenAt: by.at });
  for (const translation of await translationsOf(work, proposalId, next.rev)) tellTranslation(work, next.panelId, saveTranslation(work, { ...translation, version: number }));
  const notes = notesOf(await evidenceOf(work, proposalId));
  if (notes.length > 0) work.emit('evidence.frozen', { proposalId, panelId: next.panelId, versionId: by.versionId, notes });
  return { versionId: by.versionId, proposalId, number, language, fields, hash };
}

/** The decision on a version of it closed. */
export async function settleProposal(work: Work, { proposalId, number }: Version, voted: { voteId: string; adopted: boolean }): Promise<void> {
  const proposal = await findProposal(work, proposalId);
  if (proposal) work.put(ProposalRow, settle(proposal, voted.adopted, { voteId: voted.voteId, version: number }));
}

/** The vote on it was voided: what it was before. */
export async function releaseProposal(work: Work, id: string, to: 'in-formulation' | 'adopted' | 'not-adopted'): Promise<void> {
  const proposal = await findProposal(work, id);
  if (proposal) work.put(ProposalRow, release(proposal, to));
}
