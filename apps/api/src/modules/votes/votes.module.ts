import { Module } from '@nestjs/common';
import { CloseVoteHandler } from './handlers/close-vote.handler.js';
import { FinishVoteHandler } from './handlers/finish-vote.handler.js';
import { OpenDecisionHandler } from './handlers/open-decision.handler.js';
import { OpenRankingHandler } from './handlers/open-ranking.handler.js';
import { VoidVoteHandler } from './handlers/void-vote.handler.js';
import { VotesController } from './votes.controller.js';
import { BallotTarget } from './votes.press.js';

@Module({
  controllers: [VotesController],
  providers: [OpenDecisionHandler, OpenRankingHandler, CloseVoteHandler, FinishVoteHandler, VoidVoteHandler, BallotTarget],
  exports: [BallotTarget],
})
export class VotesModule {}
