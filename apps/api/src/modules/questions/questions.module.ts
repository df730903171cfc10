import { Module } from '@nestjs/common';
import { ApproveManyHandler } from './handlers/approve-many.handler.js';
import { AnswerQuestionHandler } from './handlers/answer-question.handler.js';
import { ApproveQuestionHandler } from './handlers/approve-question.handler.js';
import { AskQuestionHandler } from './handlers/ask-question.handler.js';
import { DeclineManyHandler } from './handlers/decline-many.handler.js';
import { DeclineQuestionHandler } from './handlers/decline-question.handler.js';
import { MergeQuestionsHandler } from './handlers/merge-questions.handler.js';
import { PinQuestionHandler } from './handlers/pin-question.handler.js';
import { ReopenQuestionHandler } from './handlers/reopen-question.handler.js';
import { UnmergeQuestionHandler } from './handlers/unmerge-question.handler.js';
import { WithdrawQuestionHandler } from './handlers/withdraw-question.handler.js';
import { SupportTarget } from './questions.press.js';
import { QuestionsOfMe } from './read/questions.me.js';

@Module({
  providers: [
    AskQuestionHandler, ApproveQuestionHandler, DeclineQuestionHandler, ApproveManyHandler, DeclineManyHandler, ReopenQuestionHandler, MergeQuestionsHandler, UnmergeQuestionHandler, PinQuestionHandler,
    AnswerQuestionHandler, WithdrawQuestionHandler, QuestionsOfMe, SupportTarget,
  ],
  exports: [QuestionsOfMe, SupportTarget],
})
export class QuestionsModule {}
