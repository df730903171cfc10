import { Inject, Injectable } from '@nestjs/common';
import type { PressName, Refusal, Refused, Reply } from '@tegerek/contracts';
import type { Logger } from 'pino';
import { DataSource, type QueryRunner } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { Actor } from '../commands/actor.js';
import type { Checked } from '../commands/validate.js';
import { refusalOfError, RETRY_AFTER_MS } from '../errors/faults.js';
import { commit, together } from '../db/statement.js';
import { LOGGER } from '../errors/logger.js';
import { Bell } from '../log/bell.js';
import { decidePress, type PressOutcome } from './decide-press.js';
import { PRESS_TARGETS, type PressTarget } from './press-target.js';
import { beginOnObject, storedPresses, writePresses, type PressRow } from './press.store.js';

/** Several batches of a burst are on their way at once: one is written while the last one's acknowledgements leave. */
const BATCH = 250;

interface Waiting {
  id: string;
  seatId: string;
  rev: number;
  choice: unknown;
  resolve(reply: Reply): void;
}

interface Queue {
  name: PressName;
  space: string;
  object: string;
  waiting: Waiting[];
}

/** The count lane: one durable row per (object, seat) by group commit; a flush starts as soon as the last one ended. */
@Injectable()
export class Presses {
  readonly #queues = new Map<string, Queue>();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(PRESS_TARGETS) private readonly targets: readonly PressTarget[],
    private readonly clock: Clock,
    private readonly bell: Bell,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  press(actor: Actor, checked: Checked & { name: PressName }): Promise<Reply> {
    const payload = checked.payload as { object: string; rev: number; choice: unknown };
    if (actor.kind !== 'seat') return Promise.resolve(this.#refused(checked.id, { code: 'request.not-found' }));
    const { seatId } = actor;
    return new Promise((resolve) => {
      const key = `${checked.name} ${checked.space} ${payload.object}`;
      const waiting: Waiting = { id: checked.id, seatId, rev: payload.rev, choice: payload.choice, resolve };
      const queue = this.#queues.get(key);
      if (queue) queue.waiting.push(waiting);
      else {
        this.#queues.set(key, { name: checked.name, space: checked.space, object: payload.object, waiting: [waiting] });
        setImmediate(() => void this.#drain(key));
      }
    });
  }

  async #drain(key: string): Promise<void> {
    const queue = this.#queues.get(key);
    if (!queue) return;
    while (queue.waiting.length > 0) await this.#flush(queue, takeOnePerSeat(queue));
    this.#queues.delete(key);
  }

  /** Resolves after the commit; where others wait, the acknowledgements leave while the next batch is on its way to Postgres. */
  async #flush(queue: Queue, batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#commit(queue, batch);
      const acknowledge = (): void => { for (const [i, item] of batch.entries()) item.resolve(this.#reply(item.id, outcomes[i])); };
      if (queue.waiting.length > 0) setImmediate(acknowledge);
      else acknowledge();
    } catch (error) {
      const { code, transient } = refusalOfError(error);
      if (!transient && batch.length > 1) {
        for (const item of batch) await this.#flush(queue, [item]);
        return;
      }
      this.logger.error({ object: queue.object, name: queue.name, code, error: error instanceof Error ? error.message.split('\n')[0] : '' }, 'presses failed');
      for (const item of batch) item.resolve({ ...this.#refused(item.id, { code }), ...(transient ? { retryAfterMs: RETRY_AFTER_MS } : {}) });
    }
  }

  async #commit(queue: Queue, batch: readonly Waiting[]): Promise<PressOutcome[]> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.connect();
      try {
        const outcomes = await this.#write(runner, queue, batch);
        if (outcomes.some((outcome) => 'row' in outcome)) this.bell.ringPresses(queue.space, [queue.object]);
        return outcomes;
      } catch (error) {
        await runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  async #write(runner: QueryRunner, { name, space, object }: Queue, batch: readonly Waiting[]): Promise<PressOutcome[]> {
    const seatIds = batch.map(({ seatId }) => seatId);
    const lane = this.targets.find((candidate) => candidate.name === name);
    const [, target, stored] = await together(runner, () => Promise.all([beginOnObject(runner, object), lane?.open(runner, space, object, seatIds), storedPresses(runner, object, seatIds)]));
    const outcomes = batch.map((press): PressOutcome => (target ? decidePress(name, object, press, target, stored.get(press.seatId)) : { refusal: { code: 'request.not-found' } }));
    const rows: PressRow[] = [];
    const counts = new Map<string, number>();
    for (const outcome of outcomes) {
      if ('refusal' in outcome) continue;
      if (outcome.row) rows.push(outcome.row);
      if (outcome.counts) counts.set(outcome.counts.groupId, (counts.get(outcome.counts.groupId) ?? 0) + outcome.counts.by);
    }
    await together(runner, () => Promise.all([writePresses(runner, { space, object, node: this.bell.node }, rows, counts), commit(runner)]));
    return outcomes;
  }

  #reply(id: string, outcome: PressOutcome | undefined): Reply {
    if (!outcome) return this.#refused(id, { code: 'server.fault' });
    return 'refusal' in outcome ? this.#refused(id, outcome.refusal) : { ok: true, id, receipt: outcome.receipt, now: this.clock.now() };
  }

  #refused(id: string, refusal: Refusal): Refused {
    return { ok: false, id, ...refusal, now: this.clock.now() };
  }
}

/** At most one press per seat in a batch, in order of arrival; a seat's next press waits for the next batch. */
function takeOnePerSeat(queue: Queue): Waiting[] {
  const { waiting } = queue;
  const taken: Waiting[] = [];
  const seats = new Set<string>();
  const again: Waiting[] = [];
  let next = 0;
  for (let item = waiting[next]; item && taken.length < BATCH; item = waiting[++next]) {
    if (seats.has(item.seatId)) again.push(item);
    else {
      seats.add(item.seatId);
      taken.push(item);
    }
  }
  queue.waiting = again.length === 0 ? waiting.slice(next) : [...again, ...waiting.slice(next)];
  return taken;
}
