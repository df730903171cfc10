import type { Role } from '@tegerek/contracts';

/** Everybody for themself; who runs the hall for others. */
export const mayMarkAsLeft = (by: { id: string; roles: readonly Role[] }, seatId: string): boolean =>
  by.id === seatId || by.roles.includes('organizer') || by.roles.includes('moderator');
