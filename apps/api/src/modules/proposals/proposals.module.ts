import { Module } from '@nestjs/common';
import { EditProposalHandler } from './handlers/edit-proposal.handler.js';
import { MarkProposalReadyHandler } from './handlers/mark-proposal-ready.handler.js';
import { SubmitProposalHandler } from './handlers/submit-proposal.handler.js';
import { TakeUpProposalHandler } from './handlers/take-up-proposal.handler.js';
import { WithdrawProposalHandler } from './handlers/withdraw-proposal.handler.js';

@Module({ providers: [SubmitProposalHandler, EditProposalHandler, WithdrawProposalHandler, TakeUpProposalHandler, MarkProposalReadyHandler] })
export class ProposalsModule {}
