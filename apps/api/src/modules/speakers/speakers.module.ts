import { Module } from '@nestjs/common';
import { EndTurnHandler } from './handlers/end-turn.handler.js';
import { LowerHandHandler } from './handlers/lower-hand.handler.js';
import { RaiseHandHandler } from './handlers/raise-hand.handler.js';
import { StartTurnHandler } from './handlers/start-turn.handler.js';

@Module({ providers: [RaiseHandHandler, LowerHandHandler, StartTurnHandler, EndTurnHandler] })
export class SpeakersModule {}
