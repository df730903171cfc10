import { Module } from '@nestjs/common';
import { AnonymousDoor } from '../../platform/commands/anonymous-door.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { AddSeatHandler } from './handlers/add-seat.handler.js';
import { ApproveApplicantHandler } from './handlers/approve-applicant.handler.js';
import { CheckInSeatHandler } from './handlers/check-in-seat.handler.js';
import { DeclineApplicantHandler } from './handlers/decline-applicant.handler.js';
import { ErasePersonHandler } from './handlers/erase-person.handler.js';
import { InviteAccountHandler } from './handlers/invite-account.handler.js';
import { JoinSeatHandler } from './handlers/join-seat.handler.js';
import { LeaveSeatHandler } from './handlers/leave-seat.handler.js';
import { RegisterAccountHandler } from './handlers/register-account.handler.js';
import { RegisterSeatHandler } from './handlers/register-seat.handler.js';
import { ReissueSeatHandler } from './handlers/reissue-seat.handler.js';
import { RevokeSeatHandler } from './handlers/revoke-seat.handler.js';
import { SetConsentHandler } from './handlers/set-consent.handler.js';
import { SetLanguageHandler } from './handlers/set-language.handler.js';
import { SetRegistrationHandler } from './handlers/set-registration.handler.js';
import { SetRolesHandler } from './handlers/set-roles.handler.js';
import { Directory } from './read/directory.js';
import { PeopleMePart } from './read/me-people.js';
import { PeopleController } from './read/people.controller.js';
import { InvitationDoor } from './store/invitation-door.js';
import { RegistrationController } from './read/registration.controller.js';
import { Registrations } from './read/registrations.js';
import { SessionStore } from './store/session.store.js';

const HANDLERS = [
  AddSeatHandler, ApproveApplicantHandler, DeclineApplicantHandler, RegisterSeatHandler, SetRegistrationHandler, CheckInSeatHandler, ErasePersonHandler, InviteAccountHandler, JoinSeatHandler, LeaveSeatHandler, RegisterAccountHandler, ReissueSeatHandler,
  RevokeSeatHandler, SetConsentHandler, SetLanguageHandler, SetRolesHandler,
];

@Module({
  controllers: [PeopleController, RegistrationController],
  providers: [...HANDLERS, Directory, PeopleMePart, Registrations, SessionStore, { provide: Sessions, useExisting: SessionStore }, { provide: AnonymousDoor, useClass: InvitationDoor }],
  exports: [Sessions, AnonymousDoor, PeopleMePart, Directory],
})
export class PeopleModule {}
