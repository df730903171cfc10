import type { Entry, EventType } from '@tegerek/contracts';

/** What names seats often and changes nothing that only they may know: everything in it is in the snapshot. */
const TOLD_TO_ALL: ReadonlySet<EventType> = new Set(['screen.shown', 'panel.phase-moved', 'hand.raised', 'hand.lowered', 'turn.started', 'turn.ended', 'minutes.added', 'minutes.edited']);

/** Seats whose `me` may be another after these entries: those that they name, as actor or under a key that holds a seat's id. */
export function namedSeats(entries: readonly Entry[]): string[] {
  const seats = new Set<string>();
  for (const entry of entries) {
    for (const event of entry.events) {
      if (TOLD_TO_ALL.has(event.type)) continue;
      if (event.actor) seats.add(event.actor);
      collect(event.data, seats);
    }
  }
  return [...seats];
}

const SEAT_KEYS = new Set(['seatId', 'bySeat', 'toSeat']);
const SEAT_LISTS = new Set(['moderators', 'rapporteurs', 'panellists']);

function collect(value: unknown, seats: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, seats);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (SEAT_KEYS.has(key) && typeof child === 'string') seats.add(child);
      else if (SEAT_LISTS.has(key) && Array.isArray(child)) for (const seatId of child) seats.add(String(seatId));
      else collect(child, seats);
    }
  }
}
