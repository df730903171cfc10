import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from './config/config.js';
import { ME_PART_CLASSES, MODULES, PRESS_TARGET_CLASSES } from './modules/index.js';
import { BatchRunner } from './platform/commands/batch-runner.js';
import { CommandBus } from './platform/commands/command-bus.js';
import { DueRunner } from './platform/commands/due-runner.js';
import { HandlerRegistry } from './platform/commands/handler-registry.js';
import { ME_PARTS } from './platform/commands/space-facts.js';
import { Feed } from './platform/log/feed.js';
import { PlatformModule } from './platform/platform.module.js';
import { PRESS_TARGETS } from './platform/presses/press-target.js';
import { Presses } from './platform/presses/presses.js';
import { MeReader } from './platform/slices/me-reader.js';
import { CommandsController } from './transport/http/commands.controller.js';
import { OpenApiController } from './transport/http/openapi.controller.js';
import { HealthController } from './transport/http/health.controller.js';
import { ReadinessController } from './transport/http/readiness.controller.js';
import { LiveController } from './transport/http/live.controller.js';
import { SiteController } from './transport/http/site.controller.js';
import { SessionController } from './transport/http/session.controller.js';
import { FanOut } from './transport/live/fan-out.js';
import { Joiner } from './transport/live/joiner.js';
import { LiveGateway } from './transport/live/live.gateway.js';

/** Binds the modules to the platform's ports. */
@Module({})
export class AppModule {
  static register(config: Config, database: DataSource, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [DiscoveryModule, PlatformModule.register(config, database, logger), ...MODULES],
      controllers: [CommandsController, SessionController, LiveController, HealthController, ReadinessController, SiteController, OpenApiController],
      providers: [
        { provide: ME_PARTS, useFactory: (...parts: unknown[]) => parts, inject: [...ME_PART_CLASSES] },
        { provide: PRESS_TARGETS, useFactory: (...targets: unknown[]) => targets, inject: [...PRESS_TARGET_CLASSES] },
        HandlerRegistry, BatchRunner, CommandBus, Presses, DueRunner, Feed, MeReader, Joiner, FanOut, LiveGateway,
      ],
    };
  }
}
