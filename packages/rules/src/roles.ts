import type { Role } from '@tegerek/contracts/wire';

/** Each role once; who runs something is no mere observer. */
export function settledRoles(roles: readonly Role[]): Role[] {
  const held = [...new Set(roles)];
  return held.some((role) => role !== 'observer') ? held.filter((role) => role !== 'observer') : held;
}
