import { Module } from '@nestjs/common';
import { ScreenSessions } from '../../platform/sessions/screen-sessions.js';
import { DialoguesModule } from '../dialogues/index.js';
import { PairScreenHandler } from './handlers/pair-screen.handler.js';
import { ReleaseScreenHandler } from './handlers/release-screen.handler.js';
import { SetScreenHandler } from './handlers/set-screen.handler.js';
import { ShowScreenHandler } from './handlers/show-screen.handler.js';
import { ScreenDoors } from './read/screen-doors.js';
import { ScreensController } from './read/screens.controller.js';

@Module({
  imports: [DialoguesModule],
  controllers: [ScreensController],
  providers: [PairScreenHandler, SetScreenHandler, ReleaseScreenHandler, ShowScreenHandler, ScreenDoors, { provide: ScreenSessions, useExisting: ScreenDoors }],
  exports: [ScreenSessions],
})
export class ProjectorModule {}
