import { Global, Module } from '@nestjs/common';
import { SpaceFacts } from '../platform/commands/space-facts.js';
import { DialogueSpaceFacts } from './dialogue-space-facts.js';
import { DialogueGroups } from './dialogues/index.js';
import { DeclaredGroups, PERSON_ERASERS, SEAT_ENDINGS } from './people/index.js';
import { PollEraser } from './polls/index.js';
import { DissentEraser, ProposalEraser } from './proposals/index.js';
import { QuestionEraser } from './questions/index.js';
import { SpeakerEnding, SpeakerEraser } from './speakers/index.js';
import { BlockReasonEraser } from './votes/index.js';

/** Ports of modules that stand lower, served by modules that stand above them. */
@Global()
@Module({
  providers: [
    { provide: SpaceFacts, useClass: DialogueSpaceFacts },
    { provide: DeclaredGroups, useClass: DialogueGroups },
    { provide: PERSON_ERASERS, useValue: [new QuestionEraser(), new ProposalEraser(), new DissentEraser(), new SpeakerEraser(), new PollEraser(), new BlockReasonEraser()] },
    { provide: SEAT_ENDINGS, useValue: [new SpeakerEnding()] },
  ],
  exports: [SpaceFacts, DeclaredGroups, PERSON_ERASERS, SEAT_ENDINGS],
})
export class WiringModule {}
