import { Inject } from '@nestjs/common';
import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { keepsOrganizer } from '../domain/keeps-organizer.js';
import { withoutPerson } from '../domain/without-person.js';
import { bodiesAbout } from '../store/erasure.store.js';
import { SeatRow } from '../store/seat.row.js';
import { PERSON_ERASERS, type PersonEraser } from './person-erasers.js';
import { SEAT_ENDINGS, type SeatEnding } from './seat-endings.js';

/** The person goes; the seat, its votes and adopted texts stay. The code ends with the name. */
@Handles('person.erase')
export class ErasePersonHandler implements CommandHandler<'person.erase'> {
  constructor(@Inject(PERSON_ERASERS) private readonly erasers: readonly PersonEraser[], @Inject(SEAT_ENDINGS) private readonly endings: readonly SeatEnding[]) {}

  async locate(work: Work, { seatId }: Payload<'person.erase'>) {
    return (await work.get(SeatRow, seatId)) && {};
  }

  async execute(work: Work, { seatId }: Payload<'person.erase'>, context: Context) {
    const seat = await work.get(SeatRow, seatId);
    if (!seat) return refuse('request.not-found');
    if (!seat.revoked && seat.roles.includes('organizer') && !keepsOrganizer(await work.select(SeatRow, {}), seatId, [])) return refuse('seat.last-organizer', { path: 'seatId' });
    const objects: string[] = [];
    for (const eraser of this.erasers) objects.push(...(await eraser.erase(work, seatId)));
    const paths = await bodiesAbout(work, objects);
    if (seat.name === null && paths.length === 0) return;
    work.erase(paths);
    work.put(SeatRow, withoutPerson(seat));
    work.emit('person.erased', { seatId, paths }, { actor: context.seatId });
    for (const ending of this.endings) await ending.end(work, seatId, { now: context.now, by: context.seatId });
  }
}
