import type { Payload } from '@tegerek/contracts';
import { settledRoles } from '@tegerek/rules';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { keepsOrganizer } from '../domain/keeps-organizer.js';
import { findSeat } from '../store/seat.store.js';
import { SeatRow } from '../store/seat.row.js';

@Handles('seat.set-roles')
export class SetRolesHandler implements CommandHandler<'seat.set-roles'> {
  async locate(work: Work, { seatId }: Payload<'seat.set-roles'>) {
    return (await findSeat(work, seatId)) && {};
  }

  async execute(work: Work, { seatId, ...asked }: Payload<'seat.set-roles'>, context: Context) {
    const seat = await findSeat(work, seatId);
    if (!seat) return refuse('request.not-found');
    const roles = settledRoles(asked.roles);
    if (seat.roles.includes('organizer') && !keepsOrganizer(await work.select(SeatRow, {}), seatId, roles)) return refuse('seat.last-organizer', { path: 'roles' });
    work.put(SeatRow, { ...seat, roles });
    work.emit('seat.roles-set', { seatId, roles }, { actor: context.seatId });
  }
}
