import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { FilesSweep } from './files.sweep.js';
import { FilesController } from './read/files.controller.js';
import { Files } from './store/files.store.js';

@Module({ imports: [PeopleModule], controllers: [FilesController], providers: [Files, FilesSweep], exports: [Files, FilesSweep] })
export class FilesModule {}
