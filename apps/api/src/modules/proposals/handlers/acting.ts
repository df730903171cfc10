import { hasCapacity } from '@tegerek/rules';
import type { Context } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { findSeat } from '../../people/index.js';
import type { Acting, Proposal } from '../domain/proposal.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { findEvidence } from '../store/evidence.store.js';
import { findProposal } from '../store/proposals.store.js';

/** In what capacity the acting seat stands to this proposal (the permission table has let it through in one of them). */
export async function actingOn(work: Work, proposal: Proposal, context: Context): Promise<Acting> {
  const seat = await findSeat(work, context.seatId);
  const panel = await findPanel(work, proposal.panelId);
  const actor = { kind: 'seat' as const, seatId: context.seatId, groupId: seat?.groupId ?? null, roles: seat?.roles ?? [] };
  const object = panel ? { panel: { phase: panel.phase, moderators: panel.setup.moderators, rapporteurs: panel.setup.rapporteurs } } : {};
  return {
    isAuthor: proposal.seatId === context.seatId,
    isStaff: (['organizer', 'moderator', 'rapporteur'] as const).some((capacity) => hasCapacity(capacity, actor, object)),
  };
}

/** For `locate`: the panel and the author of a proposal. */
export const whereIs = (proposal: Proposal | undefined): { panelId: string; authorSeat: string } | undefined =>
  proposal && { panelId: proposal.panelId, authorSeat: proposal.seatId };

/** For `locate`: the panel of a piece of evidence, and who attached it. */
export async function whereIsEvidence(work: Work, evidenceId: string): Promise<{ panelId: string; authorSeat: string } | undefined> {
  const evidence = await findEvidence(work, evidenceId);
  const proposal = evidence && (await findProposal(work, evidence.proposalId));
  return proposal && { panelId: proposal.panelId, authorSeat: evidence.seatId };
}

/** For `locate`: the panel of an amendment, and who suggested it. */
export async function whereIsAmendment(work: Work, amendmentId: string): Promise<{ panelId: string; authorSeat: string } | undefined> {
  const amendment = await work.get(AmendmentRow, amendmentId);
  const proposal = amendment && (await findProposal(work, amendment.proposalId));
  return proposal && { panelId: proposal.panelId, authorSeat: amendment.seatId };
}

/** The same, for what the proposal's own author decides. */
export async function whereIsAmended(work: Work, amendmentId: string): Promise<{ panelId: string; authorSeat: string } | undefined> {
  const amendment = await work.get(AmendmentRow, amendmentId);
  return amendment && whereIs(await findProposal(work, amendment.proposalId));
}
