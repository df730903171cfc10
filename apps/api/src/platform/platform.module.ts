import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Clock } from './clock/clock.js';
import { EditingBoard } from './editing/editing-board.js';
import { LOGGER } from './errors/logger.js';
import { Bell } from './log/bell.js';
import { Checkpoints } from './log/checkpoints.js';
import { CounterReader } from './presses/counter-reader.js';
import { Folds } from './slices/folds.js';

/** What every module may use: configuration, database, clock, bell, folds. */
@Global()
@Module({})
export class PlatformModule {
  static register(config: Config, database: DataSource, logger: Logger): DynamicModule {
    const values = [{ provide: CONFIG, useValue: config }, { provide: DataSource, useValue: database }, { provide: LOGGER, useValue: logger }];
    const classes = [Clock, Bell, Checkpoints, Folds, CounterReader, EditingBoard];
    return { module: PlatformModule, providers: [...values, ...classes], exports: [CONFIG, DataSource, LOGGER, ...classes] };
  }
}
