import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ReservationRow } from '../store/evidence.row.js';
import { findReservation } from '../store/evidence.store.js';
import { findProposal } from '../store/proposals.store.js';

@Handles('reservation.withdraw')
export class WithdrawReservationHandler implements CommandHandler<'reservation.withdraw'> {
  async locate(work: Work, { reservationId }: Payload<'reservation.withdraw'>): Promise<Located | undefined> {
    const reservation = await findReservation(work, reservationId);
    const proposal = reservation && (await findProposal(work, reservation.proposalId));
    return proposal && { panelId: proposal.panelId, authorSeat: reservation.seatId };
  }

  async execute(work: Work, { reservationId }: Payload<'reservation.withdraw'>, context: Context): Promise<Refuse | void> {
    const reservation = await findReservation(work, reservationId);
    const proposal = reservation && (await findProposal(work, reservation.proposalId));
    if (!reservation || !proposal) return refuse('request.not-found');
    if (reservation.withdrawn) return refuse('reservation.state');
    work.put(ReservationRow, { ...reservation, withdrawn: true });
    work.emit('reservation.withdrawn', { reservationId, proposalId: proposal.id, panelId: proposal.panelId }, { actor: context.seatId });
  }
}
