import type { Role } from '@tegerek/contracts/wire';
import { bump, withCore, type Reducers } from './reducer.js';

function setRoles(staff: Record<string, Role[]>, seatId: string, roles: Role[]): Record<string, Role[]> {
  const { [seatId]: _, ...others } = staff;
  return roles.length > 0 ? { ...others, [seatId]: roles } : others;
}

export const seatReducers: Reducers<
  'seat.added' | 'seat.roles-set' | 'seat.reissued' | 'seat.revoked' | 'seat.joined' | 'seat.left' | 'seat.language-set' | 'consent.set' | 'person.erased'
> = {
  'seat.added': (snapshot, { seats }) => {
    let { seatsByGroup, staff } = snapshot.core;
    for (const seat of seats) {
      seatsByGroup = bump(seatsByGroup, seat.groupId, 1);
      staff = setRoles(staff, seat.seatId, seat.roles);
    }
    return withCore(snapshot, { seatsByGroup, staff });
  },
  'seat.roles-set': (snapshot, { seatId, roles }) => withCore(snapshot, { staff: setRoles(snapshot.core.staff, seatId, roles) }),
  'seat.reissued': (snapshot) => snapshot,
  'seat.revoked': (snapshot, { seatId, groupId, wasPresent }) => withCore(snapshot, {
    seatsByGroup: bump(snapshot.core.seatsByGroup, groupId, -1),
    presentByGroup: wasPresent ? bump(snapshot.core.presentByGroup, groupId, -1) : snapshot.core.presentByGroup,
    staff: setRoles(snapshot.core.staff, seatId, []),
  }),
  'seat.joined': (snapshot, { groupId }) => withCore(snapshot, { presentByGroup: bump(snapshot.core.presentByGroup, groupId, 1) }),
  'seat.left': (snapshot, { groupId }) => withCore(snapshot, { presentByGroup: bump(snapshot.core.presentByGroup, groupId, -1) }),
  'seat.language-set': (snapshot) => snapshot,
  'consent.set': (snapshot) => snapshot,
  'person.erased': (snapshot) => snapshot,
};
