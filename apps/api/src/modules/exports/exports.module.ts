import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { ExportsController } from './exports.controller.js';
import { SchemasController } from './schemas.controller.js';
import { StoredResolutions } from './files/stored.js';
import { MinutesController } from './minutes.controller.js';

@Module({ imports: [PeopleModule], controllers: [ExportsController, MinutesController, CheckpointsController, SchemasController], providers: [StoredResolutions] })
export class ExportsModule {}
