import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { RehearsalRuns } from './rehearsal-runs.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({ imports: [PeopleModule], controllers: [RehearsalsController], providers: [RehearsalRuns] })
export class RehearsalsModule {}
