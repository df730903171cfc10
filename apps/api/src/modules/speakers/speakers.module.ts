import { Module } from '@nestjs/common';
import { EnterHandHandler } from './handlers/enter-hand.handler.js';
import { EndTurnHandler } from './handlers/end-turn.handler.js';
import { ExtendTurnHandler } from './handlers/extend-turn.handler.js';
import { LowerHandHandler } from './handlers/lower-hand.handler.js';
import { PauseTurnHandler } from './handlers/pause-turn.handler.js';
import { RaiseHandHandler } from './handlers/raise-hand.handler.js';
import { ResumeTurnHandler } from './handlers/resume-turn.handler.js';
import { StartTurnHandler } from './handlers/start-turn.handler.js';

@Module({ providers: [RaiseHandHandler, EnterHandHandler, LowerHandHandler, StartTurnHandler, PauseTurnHandler, ResumeTurnHandler, ExtendTurnHandler, EndTurnHandler] })
export class SpeakersModule {}
