import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { read } from '../db/statement.js';
import { CommandBus } from './command-bus.js';
import type { Due } from './due.store.js';

const POLL_MS = 500;

/** Executes scheduled acts as `system`; whichever node is first wins, the derived id makes it happen once. */
@Injectable()
export class DueRunner implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isBusy = false;

  constructor(@Inject(DataSource) private readonly database: DataSource, private readonly bus: CommandBus, private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      if (this.#isBusy) return;
      this.#isBusy = true;
      this.#running = this.runDue().catch(() => undefined).finally(() => { this.#isBusy = false; });
    }, POLL_MS);
    this.#timer.unref();
  }

  /** Runs everything that is due now. A refused act is done too; a busy server is tried again. */
  async runDue(): Promise<void> {
    const due = await read<Due>(this.database, 'SELECT id, space, at, name, payload FROM log.due WHERE at <= $1 ORDER BY at LIMIT 50', [this.clock.now()]);
    for (const { id, space, name, payload } of due) {
      const reply = await this.bus.execute({ kind: 'system' }, { id, name, space, payload });
      if (reply.ok || !('retryAfterMs' in reply)) await this.database.query('DELETE FROM log.due WHERE id = $1', [id]);
    }
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
