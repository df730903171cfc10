import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { ClosePollHandler } from './handlers/close-poll.handler.js';
import { DeletePollHandler } from './handlers/delete-poll.handler.js';
import { DraftPollHandler } from './handlers/draft-poll.handler.js';
import { EditPollHandler } from './handlers/edit-poll.handler.js';
import { ExpirePollHandler } from './handlers/expire-poll.handler.js';
import { HideTextHandler } from './handlers/hide-text.handler.js';
import { OpenPollHandler } from './handlers/open-poll.handler.js';
import { RepeatPollHandler } from './handlers/repeat-poll.handler.js';
import { ShowPollHandler } from './handlers/show-poll.handler.js';
import { AnswerTarget } from './polls.press.js';
import { PollsController } from './polls.controller.js';

@Module({
  imports: [PeopleModule],
  controllers: [PollsController],
  providers: [
    DraftPollHandler, EditPollHandler, DeletePollHandler, OpenPollHandler, ClosePollHandler, ExpirePollHandler, ShowPollHandler, RepeatPollHandler, HideTextHandler, AnswerTarget,
  ],
  exports: [AnswerTarget],
})
export class PollsModule {}
