import type { Type } from '@nestjs/common';
import { BallotsModule, CountRow, ElectorRow, PressRow } from './ballots/index.js';
import { AccountRow, AccountSeatRow, InvitationRow, PeopleModule, SeatRow, SessionRow, SessionSeatRow } from './people/index.js';
import { ProposalRow, ProposalsModule, RevisionRow, VersionRow } from './proposals/index.js';
import { ResolutionRow } from './resolutions/store/resolution.row.js';
import { VoteRow, VotesModule } from './votes/index.js';

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
