import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Files } from './store/files.store.js';

const EVERY_MS = 3_600_000;
/** What nothing quotes is kept for so long. */
export const UNQUOTED_MS = 24 * 3_600_000;

/** Once an hour what was sent and never quoted is forgotten. */
@Injectable()
export class FilesSweep implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly files: Files, private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.sweep(), EVERY_MS);
    this.#timer.unref();
  }

  /** A database that does not answer now is asked again in an hour. */
  async sweep(): Promise<number> {
    return this.files.forget(this.clock.now() - UNQUOTED_MS).catch(() => 0);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}
