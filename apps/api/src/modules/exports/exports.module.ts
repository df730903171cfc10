import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { ExportsController } from './exports.controller.js';

@Module({ imports: [PeopleModule], controllers: [ExportsController] })
export class ExportsModule {}
