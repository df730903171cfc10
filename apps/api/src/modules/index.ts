import type { Type } from '@nestjs/common';
import { BallotsModule } from './ballots/index.js';
import { CountRow, ElectorRow, PressRow } from './ballots/store/press.row.js';
import { AccountRow, AccountSeatRow, InvitationRow, PeopleModule, SeatRow, SessionRow, SessionSeatRow } from './people/index.js';
import { ProposalsModule } from './proposals/index.js';
import { ProposalRow, RevisionRow, VersionRow } from './proposals/store/proposal.row.js';
import { ResolutionRow } from './resolutions/store/resolution.row.js';
import { VoteRow } from './votes/store/vote.row.js';

/** Every Nest module of the product. */
export const MODULES: Type[] = [
  PeopleModule,
  BallotsModule, ProposalsModule,
];

/** Every entity; the drift check compares them with the migrated schema. */
export const ROWS: Type<object>[] = [
  SeatRow, AccountRow, AccountSeatRow, InvitationRow, SessionRow, SessionSeatRow,
  PressRow, CountRow, ElectorRow,
  ProposalRow, RevisionRow, VersionRow,
  VoteRow,
  ResolutionRow,
];
