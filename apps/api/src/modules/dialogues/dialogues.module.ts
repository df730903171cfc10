import { Global, Module } from '@nestjs/common';
import { DialogueTitles } from '../../platform/sessions/sessions.js';
import { PeopleModule } from '../people/index.js';
import { CloseDialogueHandler } from './handlers/close-dialogue.handler.js';
import { CreateDialogueHandler } from './handlers/create-dialogue.handler.js';
import { EditDialogueHandler } from './handlers/edit-dialogue.handler.js';
import { OpenDialogueHandler } from './handlers/open-dialogue.handler.js';
import { SetGroupsHandler } from './handlers/set-groups.handler.js';
import { SetRuleHandler } from './handlers/set-rule.handler.js';
import { DialogueList } from './read/dialogue-list.js';
import { DialoguesController } from './read/dialogues.controller.js';

const HANDLERS = [CreateDialogueHandler, EditDialogueHandler, SetGroupsHandler, SetRuleHandler, OpenDialogueHandler, CloseDialogueHandler];

/** Global for DialogueTitles, a port that people, which stands below, asks. */
@Global()
@Module({
  imports: [PeopleModule],
  controllers: [DialoguesController],
  providers: [...HANDLERS, DialogueList, { provide: DialogueTitles, useExisting: DialogueList }],
  exports: [DialogueTitles],
})
export class DialoguesModule {}
