import { Global, Module } from '@nestjs/common';
import { SpaceFacts } from '../platform/commands/space-facts.js';
import { DialogueSpaceFacts } from './dialogue-space-facts.js';
import { DialogueGroups } from './dialogues/index.js';
import { DeclaredGroups, PERSON_ERASERS } from './people/index.js';
import { QuestionEraser } from './questions/index.js';
import { SpeakerEraser } from './speakers/index.js';

/** Ports of modules that stand lower, served by modules that stand above them. */
@Global()
@Module({
  providers: [
    { provide: SpaceFacts, useClass: DialogueSpaceFacts },
    { provide: DeclaredGroups, useClass: DialogueGroups },
    { provide: PERSON_ERASERS, useValue: [new QuestionEraser(), new SpeakerEraser()] },
  ],
  exports: [SpaceFacts, DeclaredGroups, PERSON_ERASERS],
})
export class WiringModule {}
