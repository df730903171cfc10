import type { Payload } from '@tegerek/contracts';
import { settledRoles } from '@tegerek/rules';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkNewSeats } from '../domain/check-new-seats.js';
import { knownSeats, putSeats } from '../store/seat.store.js';
import { DeclaredGroups } from './declared-groups.js';

@Handles('seat.add')
export class AddSeatHandler implements CommandHandler<'seat.add'> {
  constructor(private readonly groups: DeclaredGroups) {}

  locate() {
    return {};
  }

  async execute(work: Work, payload: Payload<'seat.add'>, context: Context) {
    const seats = payload.seats.map((seat) => ({ ...seat, roles: settledRoles(seat.roles) }));
    const refusal = checkNewSeats(seats, await knownSeats(work, seats, await this.groups.ids(work)));
    if (refusal) return new Refuse(refusal);
    putSeats(work, work.space, seats, context.seq);
    work.emit('seat.added', { seats: seats.map(({ seatId, number, groupId, roles }) => ({ seatId, number, groupId, roles })) }, { actor: context.seatId });
  }
}
