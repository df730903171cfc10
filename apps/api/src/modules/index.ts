import type { Type } from '@nestjs/common';
import type { MePart } from '../platform/commands/space-facts.js';
import type { PressTarget } from '../platform/presses/press-target.js';
import { BallotsModule, CountRow, ElectorRow, PressesOfMe, PressRow } from './ballots/index.js';
import { AccountRow, AccountSeatRow, InvitationRow, PeopleMePart, PeopleModule, SeatRow, SessionRow, SessionSeatRow } from './people/index.js';
import { ProposalRow, ProposalsModule, RevisionRow, VersionRow } from './proposals/index.js';
import { ResolutionRow } from './resolutions/store/resolution.row.js';
import { BallotTarget, VoteRow, VotesModule } from './votes/index.js';

/** Every Nest module of the product. */
export const MODULES: Type[] = [
  PeopleModule,
  BallotsModule, ProposalsModule, VotesModule,
];

/** Every entity; the drift check compares them with the migrated schema. */
export const ROWS: Type<object>[] = [
  SeatRow, AccountRow, AccountSeatRow, InvitationRow, SessionRow, SessionSeatRow,
  PressRow, CountRow, ElectorRow,
  ProposalRow, RevisionRow, VersionRow,
  VoteRow,
  ResolutionRow,
];

/** Parts of `me`; the first decides whether a seat exists. */
export const ME_PART_CLASSES: Type<MePart>[] = [PeopleMePart, PressesOfMe];

/** Objects of the count lane. */
export const PRESS_TARGET_CLASSES: Type<PressTarget>[] = [BallotTarget];
