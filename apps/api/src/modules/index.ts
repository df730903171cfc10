import type { Type } from '@nestjs/common';
import { CountRow, ElectorRow, PressRow } from './ballots/store/press.row.js';
import { ProposalRow, RevisionRow, VersionRow } from './proposals/store/proposal.row.js';
import { ResolutionRow } from './resolutions/store/resolution.row.js';
import { VoteRow } from './votes/store/vote.row.js';

/** Every Nest module of the product. */
export const MODULES: Type[] = [
];

/** Every entity; the drift check compares them with the migrated schema. */
export const ROWS: Type<object>[] = [
  PressRow, CountRow, ElectorRow,
  ProposalRow, RevisionRow, VersionRow,
  VoteRow,
  ResolutionRow,
];
