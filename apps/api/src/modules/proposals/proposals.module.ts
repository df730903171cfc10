import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EditProposalHandler } from './handlers/edit-proposal.handler.js';
import { MarkProposalReadyHandler } from './handlers/mark-proposal-ready.handler.js';
import { SubmitProposalHandler } from './handlers/submit-proposal.handler.js';
import { TakeUpProposalHandler } from './handlers/take-up-proposal.handler.js';
import { WithdrawProposalHandler } from './handlers/withdraw-proposal.handler.js';
import { RevisionsController } from './read/revisions.controller.js';
import { Revisions } from './read/revisions.js';

@Module({
  imports: [PeopleModule],
  controllers: [RevisionsController],
  providers: [SubmitProposalHandler, EditProposalHandler, WithdrawProposalHandler, TakeUpProposalHandler, MarkProposalReadyHandler, Revisions],
})
export class ProposalsModule {}
