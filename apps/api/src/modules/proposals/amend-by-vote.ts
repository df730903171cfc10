import { versionHash } from '@tegerek/ballot';
import type { Refusal, Version, VotedAmendment } from '@tegerek/contracts';
import type { Work } from '../../platform/commands/work.js';
import type { Amendment } from './domain/amendment.js';
import { amendedText, amendmentNumber, falls } from './domain/line-up.js';
import { freeze, release } from './domain/move-proposal.js';
import type { Proposal } from './domain/proposal.js';
import { AmendmentRow } from './store/amendment.row.js';
import { ProposalRow, VersionRow } from './store/proposal.row.js';
import { findProposal, saveRevision, textOfRevision } from './store/proposals.store.js';

/** A version that was frozen from no revision: the text as it would read with an amendment. */
const FROM_NO_REVISION = 0;

export interface PutToVote {
  number: string;
  version: Version;
  amendment: VotedAmendment;
}

const seenBy = async (work: Work, { proposalId, rev, field }: Amendment): Promise<string> => (await textOfRevision(work, proposalId, rev))?.[field] ?? '';

/** What the room would decide about an amendment now, or why it cannot; changes nothing. */
export async function amendmentToVote(work: Work, proposal: Proposal, amendment: Amendment, by: { versionId: string; proposalNumber: string }): Promise<PutToVote | Refusal> {
  const { id: proposalId, language } = proposal;
  const all = await work.select(AmendmentRow, { proposalId });
  const amended = amendedText(proposal, all, amendment, await seenBy(work, amendment));
  if ('code' in amended) return amended;
  const text = { proposalId, number: proposal.versions + 1, language, fields: amended.fields };
  return {
    number: amendmentNumber(all, amendment.id, by.proposalNumber),
    version: { versionId: by.versionId, ...text, hash: versionHash(text) },
    amendment: { amendmentId: amendment.id, field: amendment.field, before: proposal.fields[amendment.field] ?? '' },
  };
}

/** The vote opens: the text with the amendment is a version of its own, the proposal's text stands still. */
export function putAmendmentToVote(work: Work, proposal: Proposal, amendment: Amendment, { version }: PutToVote, by: { voteId: string; at: number }): void {
  const { versionId: id, proposalId, number, language, fields, hash } = version;
  work.put(ProposalRow, freeze(proposal, by.voteId));
  work.put(VersionRow, { id, space: proposal.space, proposalId, number, language, fields, hash, rev: FROM_NO_REVISION, frozenAt: by.at });
  work.put(AmendmentRow, { ...amendment, status: 'voting' });
}

/** The vote closed. Adopted: the voted version is the proposal's text, and what it leaves no place for falls. */
export async function settleAmendment(work: Work, { amendmentId, field }: VotedAmendment, voted: { voteId: string; version: Version; adopted: boolean }, by: { id: string; at: number }): Promise<void> {
  const { voteId, version, adopted } = voted;
  const [amendment, proposal] = [await work.get(AmendmentRow, amendmentId), await findProposal(work, version.proposalId)];
  if (!amendment || !proposal) return;
  const where = { proposalId: proposal.id, panelId: proposal.panelId };
  work.put(AmendmentRow, { ...amendment, status: adopted ? 'adopted' : 'rejected' });
  const open = release(proposal);
  if (!adopted) work.put(ProposalRow, open);
  else saveRevision(work, { ...open, fields: version.fields, rev: open.rev + 1 }, { id: by.id, seatId: amendment.seatId, at: by.at });
  work.emit('amendment.decided', { ...where, amendmentId, voteId, adopted, rev: adopted ? open.rev + 1 : null });
  if (!adopted) return;
  for (const other of await work.select(AmendmentRow, { proposalId: proposal.id, field })) {
    if (other.status !== 'open' || !falls(other, await seenBy(work, other), version.fields[field] ?? '')) continue;
    work.put(AmendmentRow, { ...other, status: 'fell' });
    work.emit('amendment.fell', { ...where, amendmentId: other.id, to: amendmentId });
  }
}

/** The vote was void: it waits again, in its place. */
export async function releaseAmendment(work: Work, amendmentId: string): Promise<void> {
  const amendment = await work.get(AmendmentRow, amendmentId);
  if (amendment) work.put(AmendmentRow, { ...amendment, status: 'open' });
}
