import { id, type Snapshot } from '@tegerek/contracts';
import { may } from '@tegerek/rules';
import { z } from 'zod';

/** What a socket says when the cursor enters, stays in or leaves a field. */
export const editingMessage = z.strictObject({
  space: id,
  at: z.strictObject({ proposalId: id, field: z.string().regex(/^[a-zA-Z]{1,30}$/u) }).nullable(),
});

/** Whether this seat could save an edit of the proposal now: nobody is shown at a text that is closed to them. */
export function mayBeShown({ core, panels }: Snapshot, seatId: string, proposalId: string): boolean {
  const proposal = Object.values(panels).map((panel) => panel.proposals[proposalId]).find((found) => found !== undefined);
  const panel = proposal && core.panels[proposal.panelId];
  if (!proposal || !panel || (proposal.status !== 'submitted' && proposal.status !== 'in-formulation')) return false;
  return may('proposal.edit', { kind: 'seat', seatId, roles: core.staff[seatId] ?? [] }, { dialoguePhase: core.phase, panel, authorSeat: proposal.seatId }) === null;
}
