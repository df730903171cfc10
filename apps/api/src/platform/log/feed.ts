import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import pg from 'pg';
import { CONFIG, type Config } from '../../config/config.js';
import { LOGGER } from '../errors/logger.js';
import { Folds } from '../slices/folds.js';
import { Bell } from './bell.js';

const SWEEP_MS = 1_000;

/** `space seat proposal field node`; without proposal and field: the cursor left. */
const placeOf = ([, , proposalId, field, node]: readonly string[]) => (node === undefined || proposalId === undefined || field === undefined ? null : { proposalId, field });

/** Keeps this node's folds at the head: woken in process, by Postgres `NOTIFY` from other nodes, and by a sweep in case a wake was lost. */
@Injectable()
export class Feed implements OnApplicationBootstrap, OnModuleDestroy {
  #client: pg.Client | null = null;
  #sweep: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly folds: Folds, private readonly bell: Bell, @Inject(CONFIG) private readonly config: Config, @Inject(LOGGER) private readonly logger: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    this.bell.onRing((space, entries) => { if (!this.folds.offer(space, entries)) this.#wake(space); });
    this.#sweep = setInterval(() => void this.#look(), SWEEP_MS);
    this.#sweep.unref();
    await this.#listen();
  }

  #wake(space: string): void {
    if (this.folds.follows(space)) this.folds.tail(space).catch(this.#unread);
  }

  /** One look at the heads of all followed spaces; only those that stand elsewhere are read. */
  async #look(): Promise<void> {
    await this.folds.behind().then((spaces) => { for (const space of spaces) this.#wake(space); }, this.#unread);
  }

  #unread = (error: unknown): void => this.logger.warn({ error: error instanceof Error ? error.message : '' }, 'feed could not read');

  async #listen(): Promise<void> {
    if (this.#isStopped) return;
    const client = new pg.Client({ connectionString: this.config.databaseUrl });
    client.on('notification', ({ channel, payload = '' }) => {
      const notice = payload.split(' ');
      const [space = '', object = ''] = notice;
      if (notice.at(-1) === this.bell.node) return;
      if (channel === 'tegerek_log') this.#wake(space);
      else if (channel === 'tegerek_session') this.bell.ringSession(space);
      else if (channel === 'tegerek_devices') this.bell.ringDevices(space, object);
      else if (channel === 'tegerek_editing') this.bell.ringEditing(space, object, placeOf(notice));
      else this.bell.ringPresses(space, [object]);
    });
    client.on('error', () => undefined);
    client.once('end', () => { if (!this.#isStopped) setTimeout(() => void this.#listen(), SWEEP_MS).unref(); });
    try {
      await client.connect();
      await client.query('LISTEN tegerek_log; LISTEN tegerek_presses; LISTEN tegerek_session; LISTEN tegerek_devices; LISTEN tegerek_editing');
      this.#client = client;
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#sweep);
    await this.#client?.end().catch(() => undefined);
  }
}
