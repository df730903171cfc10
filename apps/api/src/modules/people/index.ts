// I own: seats, accounts, personal codes, consents, sessions. Names and contacts are here and nowhere else.
// I guarantee: one number and one code per seat; a revoked or re-issued code ends its sessions at once; a dialogue keeps an organizer.
// Other modules hold seat ids and read a seat through findSeat; the directory alone gives names out, by rights and consent.
export { PeopleModule } from './people.module.js';
export { authKeyHash } from './codes.js';
export { pressingSeats } from './pressing-seats.js';
export { DeclaredGroups } from './handlers/declared-groups.js';
export { PERSON_ERASERS, type PersonEraser } from './handlers/person-erasers.js';
export { SEAT_ENDINGS, type SeatEnding } from './handlers/seat-endings.js';
export { checkNewSeats } from './domain/check-new-seats.js';
export { Directory } from './read/directory.js';
export { PeopleMePart } from './read/me-people.js';
export { AccountRow, AccountSeatRow, InvitationRow } from './store/account.row.js';
export { hasAccount, newAdministratorLink, registerPath } from './store/administrator-link.js';
export { FormerCodeRow } from './store/former-code.row.js';
export { ApplicantRow, RegistrationRow } from './store/registration.row.js';
export { SeatRow } from './store/seat.row.js';
export { findSeat, groupSize, groupsInUse, knownSeats, linkAccount, missingSeats, putSeats, seatName, seatsByRegion } from './store/seat.store.js';
export { SessionRow, SessionSeatRow } from './store/session.row.js';
export { SessionStore } from './store/session.store.js';
