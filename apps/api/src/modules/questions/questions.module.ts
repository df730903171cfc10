import { Module } from '@nestjs/common';
import { AnswerQuestionHandler } from './handlers/answer-question.handler.js';
import { ApproveQuestionHandler } from './handlers/approve-question.handler.js';
import { AskQuestionHandler } from './handlers/ask-question.handler.js';
import { DeclineQuestionHandler } from './handlers/decline-question.handler.js';
import { WithdrawQuestionHandler } from './handlers/withdraw-question.handler.js';
import { SupportTarget } from './questions.press.js';
import { QuestionsOfMe } from './read/questions.me.js';

@Module({
  providers: [AskQuestionHandler, ApproveQuestionHandler, DeclineQuestionHandler, AnswerQuestionHandler, WithdrawQuestionHandler, QuestionsOfMe, SupportTarget],
  exports: [QuestionsOfMe, SupportTarget],
})
export class QuestionsModule {}
