import type { MigrationInterface } from 'typeorm';
import { Collective0045 } from './0045-collective.js';
import { Log0001 } from './0001-log.js';
import { People0002 } from './0002-people.js';
import { Dialogues0003 } from './0003-dialogues.js';
import { Speakers0004 } from './0004-speakers.js';
import { Questions0005 } from './0005-questions.js';
import { Projector0006 } from './0006-projector.js';
import { Votes0010 } from './0010-votes.js';
import { Proposals0011 } from './0011-proposals.js';
import { Resolutions0012 } from './0012-resolutions.js';
import { Polls0030 } from './0030-polls.js';
import { Registration0020 } from './0020-registration.js';
import { ProposalRevisions0035 } from './0035-proposal-revisions.js';
import { ProposalPeople0036 } from './0036-proposal-people.js';
import { Evidence0037 } from './0037-evidence.js';
import { Amendments0038 } from './0038-amendments.js';
import { VerifierKeys0055 } from './0055-verifier-keys.js';
import { QuestionsMerged0025 } from './0025-questions-merged.js';
import { TurnPauses0026 } from './0026-turn-pauses.js';
import { FormerCodes0061 } from './0061-former-codes.js';
import { Rehearsals0060 } from './0060-rehearsals.js';
import { ResolutionDrafts0050 } from './0050-resolution-drafts.js';
import { AmendmentVotes0065 } from './0065-amendment-votes.js';
import { ErasedAmendments0070 } from './0070-erased-amendments.js';
import { StandingDecisions0071 } from './0071-standing-decisions.js';

/** Forward-only, in the order of their numbers; TypeORM sorts by the number at the end of each name. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Log0001,
  People0002,
  Dialogues0003,
  Speakers0004,
  Questions0005,
  Projector0006,
  Votes0010,
  Proposals0011,
  Resolutions0012,
  Polls0030,
  Registration0020,
  ProposalRevisions0035,
  ProposalPeople0036,
  Evidence0037,
  Amendments0038,
  Collective0045,
  VerifierKeys0055,
  QuestionsMerged0025,
  TurnPauses0026,
  ResolutionDrafts0050,
  Rehearsals0060,
  FormerCodes0061,
  AmendmentVotes0065,
  ErasedAmendments0070,
  StandingDecisions0071,
];
