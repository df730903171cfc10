import { versionHash } from '@tegerek/ballot';
import type { Formulation, Refusal, Version, VotedAmendment } from '@tegerek/contracts';
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

/** The field as the author of an amendment read it. */
export const seenBy = async (work: Work, { proposalId, rev, field }: Amendment): Promise<string> => (await textOfRevision(work, proposalId, rev))?.[field] ?? '';

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
    amendment: { amendmentId: amendment.id, field: amendment.field, before: proposal.fields[amendment.field] ?? '', rev: proposal.rev },
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
  if (adopted) await dropFallen(work, proposal, { id: amendmentId, field }, version.fields, () => true);
}

/** What holds the place of an adopted or accepted amendment in another way falls with it, of those that `mayFall` tells. */
export async function dropFallen(work: Work, { id: proposalId, panelId }: Proposal, to: Pick<Amendment, 'id' | 'field'>, now: Formulation, mayFall: (other: Amendment) => boolean): Promise<void> {
  // what this command put is not selected yet: the settled one itself still reads as it was
  for (const other of await work.select(AmendmentRow, { proposalId, field: to.field })) {
    if (other.id === to.id || other.status !== 'open' || !mayFall(other) || !falls(other, await seenBy(work, other), now[to.field] ?? '')) continue;
    work.put(AmendmentRow, { ...other, status: 'fell' });
    work.emit('amendment.fell', { proposalId, panelId, amendmentId: other.id, to: to.id });
  }
}

/** It was lined up for the room and is settled without it: everybody learns that no vote will come. */
export function leaveLine(work: Work, { id: amendmentId, place }: Amendment, { id: proposalId, panelId }: Proposal, how: 'accepted' | 'declined' | 'withdrawn'): void {
  if (place !== null) work.emit('amendment.left', { amendmentId, proposalId, panelId, how });
}

/** The vote was void: it waits again, in its place; one whose author is erased goes. Called after the vote itself is told. */
export async function releaseAmendment(work: Work, amendmentId: string): Promise<void> {
  const amendment = await work.get(AmendmentRow, amendmentId);
  const proposal = amendment && (await findProposal(work, amendment.proposalId));
  if (!amendment || !proposal) return;
  work.put(AmendmentRow, { ...amendment, status: amendment.erased ? 'withdrawn' : 'open' });
  if (!amendment.erased) return;
  work.emit('amendment.withdrawn', { amendmentId, proposalId: proposal.id, panelId: proposal.panelId });
  leaveLine(work, amendment, proposal, 'withdrawn');
}
