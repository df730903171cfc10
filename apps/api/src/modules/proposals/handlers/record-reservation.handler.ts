import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { record } from '../domain/reservation.js';
import { ReservationRow } from '../store/evidence.row.js';
import { reservationsOf } from '../store/evidence.store.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('reservation.record')
export class RecordReservationHandler implements CommandHandler<'reservation.record'> {
  async locate(work: Work, { proposalId }: Payload<'reservation.record'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, payload: Payload<'reservation.record'>, context: Context): Promise<Refuse | void> {
    const { reservationId, proposalId, capacity, text, language } = payload;
    if (await work.taken(ReservationRow, reservationId)) return refuse('request.id-reused', { path: 'reservationId' });
    const proposal = await findProposal(work, proposalId);
    const seat = await findSeat(work, context.seatId);
    if (!proposal || !seat) return refuse('request.not-found');
    const there = proposal.decision === null ? [] : await reservationsOf(work, proposal.decision.voteId);
    const made = record(proposal, there, { id: reservationId, seatId: seat.id, groupId: seat.groupId, capacity, organisation: seat.organisation, text, language, at: context.now });
    if ('code' in made) return refuse(made.code, made);
    work.put(ReservationRow, made);
    const { voteId, version, seatId, groupId, organisation } = made;
    work.emit('reservation.recorded', { reservationId, proposalId, panelId: proposal.panelId, voteId, version, seatId, groupId, capacity, organisation, text, language }, { actor: seatId });
  }
}
