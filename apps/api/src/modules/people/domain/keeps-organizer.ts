import type { Role } from '@tegerek/contracts';

interface Holder {
  id: string;
  roles: readonly Role[];
  revoked: boolean;
}

/** A dialogue without an organizer could never be run again: whether one is left once `seatId` holds only `roles`. */
export function keepsOrganizer(seats: readonly Holder[], seatId: string, roles: readonly Role[]): boolean {
  return seats.some((seat) => !seat.revoked && (seat.id === seatId ? roles : seat.roles).includes('organizer'));
}
