import { Inject, Injectable } from '@nestjs/common';
import { requestHash } from '@tegerek/ballot';
import { commandOf, type PressName, type Refusal, type Refused, type Reply } from '@tegerek/contracts';
import { PERMISSIONS } from '@tegerek/rules';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { refusalOfError, RETRY_AFTER_MS } from '../errors/faults.js';
import { LOGGER } from '../errors/logger.js';
import { Presses } from '../presses/presses.js';
import { actorKey, type Actor } from './actor.js';
import { AnonymousDoor } from './anonymous-door.js';
import { BatchRunner, type Waiting } from './batch-runner.js';
import { Rate } from './rate.js';
import { validate, type Checked } from './validate.js';

const BATCH = 64;
/** Beyond this many waiting commands of one space the node says that it is busy. */
const QUEUE = 5_000;

interface Lane {
  waiting: Waiting[];
  isRunning: boolean;
}

/** The one gate: every change of state goes through `execute`. */
@Injectable()
export class CommandBus {
  readonly #lanes = new Map<string, Lane>();
  readonly #rate = new Rate();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    private readonly runner: BatchRunner,
    private readonly presses: Presses,
    private readonly door: AnonymousDoor,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Never throws: an expected no and a fault are replies too. Resolves after the commit. */
  async execute(actor: Actor, input: unknown): Promise<Reply> {
    const outcome = validate(input);
    if ('refusal' in outcome) return this.#refused(outcome.id, outcome.refusal);
    const { checked } = outcome;
    const command = commandOf(checked.name);
    if (command.system && actor.kind !== 'system') return this.#refused(checked.id, { code: 'request.not-found' });
    // nobody signed in: told at once, and never counted against others who are not signed in either
    if (actor.kind === 'anonymous' && !PERMISSIONS[checked.name].who.includes('anonymous')) return this.#refused(checked.id, { code: 'request.not-found' });
    const turnedAway = actor.kind === 'anonymous' ? await this.#atTheDoor(checked) : null;
    if (turnedAway) return turnedAway;
    const bucket = bucketOf(actor, checked);
    const wait = bucket === null ? 0 : this.#rate.take(bucket, command.rate, this.clock.now());
    if (wait > 0) return { ...this.#refused(checked.id, { code: 'request.too-many', details: { retryAfterMs: wait } }), retryAfterMs: wait };
    if (command.lane === 'count') return this.presses.press(actor, checked as Checked & { name: PressName });
    return this.#enqueue(actor, checked);
  }

  #enqueue(actor: Actor, checked: Checked): Promise<Reply> {
    const lane = this.#lanes.get(checked.space) ?? { waiting: [], isRunning: false };
    this.#lanes.set(checked.space, lane);
    if (lane.waiting.length >= QUEUE) return Promise.resolve({ ...this.#refused(checked.id, { code: 'server.busy' }), retryAfterMs: RETRY_AFTER_MS });
    return new Promise((resolve) => {
      lane.waiting.push({ actor, actorKey: actorKey(actor), checked, requestHash: requestHash(checked.name, checked.space, hashable(checked), checked.expect), resolve });
      if (!lane.isRunning) void this.#drain(checked.space, lane);
    });
  }

  /** Batches of a space one after another: what waits now is the next batch, so an idle space never waits. */
  async #drain(space: string, lane: Lane): Promise<void> {
    lane.isRunning = true;
    // frames that were read in this turn of the event loop join the first batch
    await new Promise((resolve) => { setImmediate(resolve); });
    while (lane.waiting.length > 0) await this.#run(space, lane.waiting.splice(0, BATCH));
    lane.isRunning = false;
    this.#lanes.delete(space);
  }

  /** A fault of one command must not fail its neighbours: the batch is run again one by one. */
  async #run(space: string, batch: Waiting[]): Promise<void> {
    try {
      await this.runner.run(this.database, space, batch);
    } catch (error) {
      const refusal = refusalOfError(error);
      if (batch.length > 1 && !refusal.transient) {
        for (const waiting of batch) await this.#run(space, [waiting]);
        return;
      }
      this.#fail(batch, error, refusal);
    }
  }

  #fail(batch: readonly Waiting[], error: unknown, refusal: ReturnType<typeof refusalOfError>): void {
    for (const { checked, resolve } of batch) resolve(this.#failed(checked, error, refusal));
  }

  #failed(checked: Checked, error: unknown, { code, transient } = refusalOfError(error)): Refused {
    this.logger.error({ command: checked.id, name: checked.name, code, error: describe(error) }, 'command failed');
    return { ...this.#refused(checked.id, { code }), ...(transient ? { retryAfterMs: RETRY_AFTER_MS } : {}) };
  }

  /** Of somebody who is not signed in: what is refused here never comes to the lane of its space. */
  async #atTheDoor(checked: Checked): Promise<Refused | null> {
    try {
      const refusal = await this.door.refusalOf(checked);
      return refusal && this.#refused(checked.id, refusal);
    } catch (error) {
      return this.#failed(checked, error);
    }
  }

  #refused(id: string, refusal: Refusal): Refused {
    return { ok: false, id, ...refusal, now: this.clock.now() };
  }
}

/**
 * Whose rate is drawn on. Who registers for a dialogue has no seat yet: all of them share that dialogue's rate, and never one with an address.
 * `null`: none (the instance's registration, whose one-time link nobody can guess).
 */
function bucketOf(actor: Actor, { name, space }: Checked): string | null {
  if (actor.kind === 'system') return null;
  if (actor.kind !== 'anonymous') return `${actorKey(actor)} ${name}`;
  return commandOf(name).lane === 'instance' ? null : `anonymous ${space} ${name}`;
}

/** A stored hash of a password or token could be guessed at: secret commands are told apart by the rest of their payload. */
function hashable({ name, payload }: Checked): unknown {
  if (!commandOf(name).secret) return payload;
  const { password: _, token: __, ...rest } = payload as Record<string, unknown>;
  return rest;
}

/** Message and place without the values of a query: no names in logs. */
const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error));

