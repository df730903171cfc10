import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { AcceptAmendmentHandler } from './handlers/accept-amendment.handler.js';
import { AttachEvidenceHandler } from './handlers/attach-evidence.handler.js';
import { CheckTranslationHandler } from './handlers/check-translation.handler.js';
import { ContestEvidenceHandler } from './handlers/contest-evidence.handler.js';
import { DeclineAmendmentHandler } from './handlers/decline-amendment.handler.js';
import { EditProposalHandler } from './handlers/edit-proposal.handler.js';
import { LineUpAmendmentsHandler } from './handlers/line-up-amendments.handler.js';
import { MarkProposalReadyHandler } from './handlers/mark-proposal-ready.handler.js';
import { MergeProposalsHandler } from './handlers/merge-proposals.handler.js';
import { RecordReservationHandler } from './handlers/record-reservation.handler.js';
import { SplitProposalHandler } from './handlers/split-proposal.handler.js';
import { SponsorProposalHandler } from './handlers/sponsor-proposal.handler.js';
import { SubmitProposalHandler } from './handlers/submit-proposal.handler.js';
import { SuggestAmendmentHandler } from './handlers/suggest-amendment.handler.js';
import { TakeUpProposalHandler } from './handlers/take-up-proposal.handler.js';
import { TranslateProposalHandler } from './handlers/translate-proposal.handler.js';
import { UncontestEvidenceHandler } from './handlers/uncontest-evidence.handler.js';
import { UnsponsorProposalHandler } from './handlers/unsponsor-proposal.handler.js';
import { WithdrawAmendmentHandler } from './handlers/withdraw-amendment.handler.js';
import { WithdrawEvidenceHandler } from './handlers/withdraw-evidence.handler.js';
import { WithdrawProposalHandler } from './handlers/withdraw-proposal.handler.js';
import { WithdrawReservationHandler } from './handlers/withdraw-reservation.handler.js';
import { RevisionsController } from './read/revisions.controller.js';
import { Revisions } from './read/revisions.js';

const HANDLERS = [
  CheckTranslationHandler, EditProposalHandler, MarkProposalReadyHandler, MergeProposalsHandler, SplitProposalHandler, SponsorProposalHandler,
  SubmitProposalHandler, TakeUpProposalHandler, TranslateProposalHandler, UnsponsorProposalHandler, WithdrawProposalHandler,
  AttachEvidenceHandler, ContestEvidenceHandler, RecordReservationHandler, UncontestEvidenceHandler, WithdrawEvidenceHandler, WithdrawReservationHandler,
  AcceptAmendmentHandler, DeclineAmendmentHandler, LineUpAmendmentsHandler, SuggestAmendmentHandler, WithdrawAmendmentHandler,
];

@Module({ imports: [PeopleModule], controllers: [RevisionsController], providers: [...HANDLERS, Revisions] })
export class ProposalsModule {}
