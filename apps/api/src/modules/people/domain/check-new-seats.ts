import type { Refusal, Role } from '@tegerek/contracts';

export interface NewSeat {
  seatId: string;
  number: number;
  groupId: string | null;
  roles: readonly Role[];
  authKeyHash: string;
}

/** What a dialogue already has. */
export interface KnownSeats {
  groupIds: readonly string[];
  numbers: ReadonlySet<number>;
  authKeyHashes: ReadonlySet<string>;
  /** Ids that any dialogue uses. */
  seatIds: ReadonlySet<string>;
}

/** Whether these seats may be added together; the first fault in the order of the list, with the path of its field. */
export function checkNewSeats(seats: readonly NewSeat[], known: KnownSeats): Refusal | null {
  const seen = { numbers: new Set(known.numbers), hashes: new Set(known.authKeyHashes), ids: new Set(known.seatIds) };
  for (const [i, seat] of seats.entries()) {
    const path = `seats.${i}`;
    if (seen.ids.has(seat.seatId)) return { code: 'request.id-reused', path: `${path}.seatId` };
    if (seen.numbers.has(seat.number)) return { code: 'seat.number-taken', path: `${path}.number`, details: { number: seat.number } };
    if (seen.hashes.has(seat.authKeyHash)) return { code: 'request.invalid', path: `${path}.authKeyHash` };
    if (seat.groupId !== null && !known.groupIds.includes(seat.groupId)) return { code: 'request.invalid', path: `${path}.groupId` };
    // a seat without a group has no vote, so it must be there for something else
    if (seat.groupId === null && seat.roles.length === 0) return { code: 'seat.group-needed', path: `${path}.groupId` };
    seen.numbers.add(seat.number);
    seen.hashes.add(seat.authKeyHash);
    seen.ids.add(seat.seatId);
  }
  return null;
}
