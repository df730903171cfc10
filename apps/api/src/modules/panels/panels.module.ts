import { Module } from '@nestjs/common';
import { AddMinutesHandler } from './handlers/add-minutes.handler.js';
import { EditMinutesHandler } from './handlers/edit-minutes.handler.js';
import { HandOverConsoleHandler } from './handlers/hand-over-console.handler.js';
import { MovePhaseHandler } from './handlers/move-phase.handler.js';
import { SetPanelHandler } from './handlers/set-panel.handler.js';

@Module({ providers: [SetPanelHandler, MovePhaseHandler, AddMinutesHandler, EditMinutesHandler, HandOverConsoleHandler] })
export class PanelsModule {}
