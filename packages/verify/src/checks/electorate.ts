import type { EventData, LogEvent } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import type { OpenedEntry } from '../read/log.js';

interface Seat {
  groupId: string | null;
  isPresent: boolean;
  isRevoked: boolean;
}

/** C6: the electorate that each vote froze, recomputed from who was added, joined, left and was revoked before it. */
export class Electorates {
  readonly #seats = new Map<string, Seat>();

  constructor(private readonly findings: Findings) {}

  entry({ seq, opened }: OpenedEntry): void {
    for (const { i, event } of opened) if (event.data !== null) this.#event(event, `entry ${seq}, event ${i}`);
  }

  #event(event: LogEvent, place: string): void {
    const data = event.data as never;
    if (event.type === 'seat.added') this.#added(data, place);
    else if (event.type === 'seat.joined') this.#change(data, { isPresent: true }, place);
    else if (event.type === 'seat.left') this.#change(data, { isPresent: false }, place);
    else if (event.type === 'seat.revoked') this.#change(data, { isPresent: false, isRevoked: true }, place);
    else if (event.type === 'vote.opened') this.#compare(data, place);
  }

  #added({ seats }: EventData<'seat.added'>, place: string): void {
    for (const { seatId, groupId } of seats) {
      if (this.#seats.has(seatId)) this.findings.add('seat.twice', place, `seat ${seatId} is added a second time`);
      this.#seats.set(seatId, { groupId, isPresent: false, isRevoked: false });
    }
  }

  #change({ seatId, groupId }: { seatId: string; groupId: string | null }, change: Partial<Seat>, place: string): void {
    const seat = this.#seats.get(seatId);
    if (!seat || seat.isRevoked) this.findings.add('seat.unknown', place, `seat ${seatId} was never added, or was revoked`);
    if (seat && seat.groupId !== groupId) this.findings.add('seat.group', place, `seat ${seatId} is of another group than the entry says`);
    if (seat) this.#seats.set(seatId, { ...seat, ...change });
  }

  #compare({ number, purpose, electorate, electorateByGroup }: EventData<'vote.opened'>, place: string): void {
    const counted: Record<string, number> = {};
    for (const { groupId, isPresent, isRevoked } of this.#seats.values()) {
      if (groupId !== null && !isRevoked && (electorate === 'entitled' || isPresent)) counted[groupId] = (counted[groupId] ?? 0) + 1;
    }
    for (const group of new Set([...Object.keys(counted), ...Object.keys(electorateByGroup)])) {
      const [stated, found] = [electorateByGroup[group] ?? 0, counted[group] ?? 0];
      if (stated !== found) this.findings.add('electorate.size', place, `${purpose} ${number}: ${stated} electors of group ${group} are stated, the log has ${found} ${electorate}`);
    }
  }
}
