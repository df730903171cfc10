import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { ExportsController } from './exports.controller.js';

@Module({ imports: [PeopleModule], controllers: [ExportsController, CheckpointsController] })
export class ExportsModule {}
