import { Module } from '@nestjs/common';
import { CloseVoteHandler } from './handlers/close-vote.handler.js';
import { ConfirmPaperHandler } from './handlers/confirm-paper.handler.js';
import { DrawLotHandler } from './handlers/draw-lot.handler.js';
import { DropAgendaHandler } from './handlers/drop-agenda.handler.js';
import { EnterPaperHandler } from './handlers/enter-paper.handler.js';
import { FinishVoteHandler } from './handlers/finish-vote.handler.js';
import { ListAgendaHandler } from './handlers/list-agenda.handler.js';
import { MarkPaperHandler } from './handlers/mark-paper.handler.js';
import { OpenAgendaHandler } from './handlers/open-agenda.handler.js';
import { OpenAmendmentVoteHandler } from './handlers/open-amendment-vote.handler.js';
import { OpenDecisionHandler } from './handlers/open-decision.handler.js';
import { OpenRankingHandler } from './handlers/open-ranking.handler.js';
import { PullOutHandler } from './handlers/pull-out.handler.js';
import { VoidVoteHandler } from './handlers/void-vote.handler.js';
import { WithdrawPaperHandler } from './handlers/withdraw-paper.handler.js';
import { VotesController } from './votes.controller.js';
import { BallotTarget } from './votes.press.js';

@Module({
  controllers: [VotesController],
  providers: [
    OpenDecisionHandler, OpenAmendmentVoteHandler, OpenRankingHandler, CloseVoteHandler, FinishVoteHandler, VoidVoteHandler, ListAgendaHandler, PullOutHandler, DropAgendaHandler, OpenAgendaHandler,
    MarkPaperHandler, EnterPaperHandler, ConfirmPaperHandler, WithdrawPaperHandler, DrawLotHandler, BallotTarget,
  ],
  exports: [BallotTarget],
})
export class VotesModule {}
