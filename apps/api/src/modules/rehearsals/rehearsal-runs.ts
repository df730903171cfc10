import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { INSTANCE_SPACE, type CoreSlice, type PayloadInput, type RehearsalRequest, type RehearsalRun, type RehearsedProgramme } from '@tegerek/contracts';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../platform/clock/clock.js';
import { CommandBus } from '../../platform/commands/command-bus.js';
import { LOGGER } from '../../platform/errors/logger.js';
import { ended, stepped } from './domain/follow-run.js';
import { startPlayers, stopPlayers, wipe } from './rehearsal-process.js';
import { noteRun, runsOf } from './store/runs.store.js';

interface Held {
  source: string;
  run: RehearsalRun;
  child: ChildProcess;
  wasStopped: boolean;
}

/** Rehearsals that this process started, one at a time; of earlier ones what the database knows. */
@Injectable()
export class RehearsalRuns implements OnModuleDestroy {
  readonly #held: Held[] = [];

  constructor(
    private readonly database: DataSource, private readonly modules: ModuleRef, private readonly clock: Clock, private readonly adapter: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  get isRunning(): boolean {
    return this.#held.some(({ run }) => isLive(run));
  }

  /** Newest first. One that failed before it had a dialogue is listed as long as this process remembers it. */
  async of(source: string): Promise<RehearsalRun[]> {
    const here = this.#held.filter((held) => held.source === source).map(({ run }) => run).reverse();
    const slugs = new Set(here.map(({ slug }) => slug));
    return [...here, ...(await runsOf(this.database, source)).filter(({ slug }) => !slugs.has(slug))];
  }

  /** `false`: another one is running. @throws RangeError where the dialogue has nothing to rehearse */
  start(source: string, core: CoreSlice, asked: RehearsalRequest): boolean {
    if (this.isRunning) return false;
    const programme = programmeOf(core);
    const startedAt = this.clock.now();
    const held: Held = {
      source, wasStopped: false, run: { ...asked, slug: '', state: 'preparing', startedAt, panels: programme.panels.length, closed: 0, step: null, links: [], faults: [] },
      child: startPlayers({ ...asked, url: this.#url(), programme }, {
        onCreate: (payload) => this.#create(held, payload, startedAt),
        onLinks: (links) => { held.run = { ...held.run, links }; },
        onStep: (step) => { held.run = stepped(held.run, step); },
        onEnd: (faults, words) => {
          held.run = ended(held.run, { faults, words, wasStopped: held.wasStopped });
          if (held.run.state === 'failed') this.logger.warn({ rehearsal: held.run.slug, faults: held.run.faults }, 'a rehearsal failed');
        },
      }),
    };
    // a failure that left nothing behind is forgotten with the next try
    this.#held.splice(0, this.#held.length, ...this.#held.filter((one) => one.source !== source || one.run.slug !== ''), held);
    return true;
  }

  async stop(source: string, slug: string): Promise<void> {
    for (const held of this.#held.filter((one) => one.source === source && one.run.slug === slug && isLive(one.run))) {
      held.wasStopped = true;
      await stopPlayers(held.child);
    }
  }

  /** Stops it where it runs, and deletes everything of it. `false`: this dialogue has no such rehearsal. */
  async wipe(source: string, slug: string): Promise<boolean> {
    if (!(await runsOf(this.database, source)).some((run) => run.slug === slug)) return false;
    await this.stop(source, slug);
    await wipe(slug, this.config.databaseUrl);
    const at = this.#held.findIndex((held) => held.run.slug === slug);
    if (at >= 0) this.#held.splice(at, 1);
    return true;
  }

  async #create(held: Held, payload: PayloadInput<'dialogue.create'>, startedAt: number): Promise<string | null> {
    // whatever the process asks for, it gets a rehearsal
    // the bus stands above the modules, whose handlers it calls
    const reply = await this.modules.get(CommandBus, { strict: false }).execute({ kind: 'system' }, { id: randomUUID(), name: 'dialogue.create', space: INSTANCE_SPACE, payload: { ...payload, rehearsal: true, demo: false } });
    if (!reply.ok) return reply.code;
    const { people, seed, pace } = held.run;
    await noteRun(this.database, { space: payload.dialogueId, source: held.source, slug: payload.setup.slug, people, seed, pace, startedAt: String(startedAt) });
    held.run = { ...held.run, slug: payload.setup.slug };
    return null;
  }

  /** This server as this machine reaches it. */
  #url(): string {
    const { address, family, port } = (this.adapter.httpAdapter.getHttpServer() as { address(): AddressInfo }).address();
    const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
    return `http://${host}:${port}`;
  }

  async onModuleDestroy(): Promise<void> {
    for (const held of this.#held.filter(({ run }) => isLive(run))) {
      held.wasStopped = true;
      await stopPlayers(held.child);
    }
  }
}

const isLive = ({ state }: RehearsalRun): boolean => state === 'preparing' || state === 'running';

function programmeOf({ setup, groups, panels, rule }: CoreSlice): RehearsedProgramme {
  if (!setup || !rule || Object.keys(panels).length === 0) throw new RangeError('nothing to rehearse');
  return {
    setup, groups, rule,
    panels: Object.values(panels).map(({ id, number, title, outcome, startsAt, endsAt, hall, premoderation, speaking }) => ({
      id, number, title, outcome, startsAt, endsAt, hall, premoderation, moderators: [], rapporteurs: [], panellists: [], ...(speaking === undefined ? {} : { speaking }),
    })),
  };
}
