import { Injectable } from '@nestjs/common';
import type { Accepted, Refusal, Refused, Reply } from '@tegerek/contracts';
import { may } from '@tegerek/rules';
import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Bell } from '../log/bell.js';
import { commit, together } from '../db/statement.js';
import { appendEntries, asRead, beginAtHead, nextEntry, type Head, type NewEntry, type RawEntry } from '../log/log.store.js';
import type { Actor } from './actor.js';
import type { RowClass } from '../db/rows.js';
import { Refuse, type Context, type PendingEvent } from './handler.js';
import { HandlerRegistry } from './handler-registry.js';
import { keyOf, knownReceipts, storeReceipts, type ReceiptKey } from './receipts.store.js';
import { SpaceFacts } from './space-facts.js';
import type { Checked } from './validate.js';
import { Work } from './work.js';

export interface Waiting {
  actor: Actor;
  actorKey: string;
  checked: Checked;
  requestHash: string;
  resolve(reply: Reply): void;
}

interface Batch {
  work: Work;
  head: Head;
  heads: Map<string, Head>;
  entries: NewEntry[];
}

interface Done {
  replies: Map<string, Reply>;
  /** What was committed, by space. */
  entries: Map<string, RawEntry[]>;
}

/**
 * One batch of one space in one transaction: lock, receipts, who acts and on what, each command in order, one write per table, commit, then
 * the answers. It costs two round trips whatever its size, one that locks and then reads, one that writes and commits, unless a handler reads
 * something of its own.
 */
@Injectable()
export class BatchRunner {
  constructor(private readonly handlers: HandlerRegistry, private readonly facts: SpaceFacts, private readonly clock: Clock, private readonly bell: Bell) {}

  /** Resolves every waiting command after the commit. @throws what the database or a handler threw; nothing is written then */
  async run(database: DataSource, space: string, waiting: readonly Waiting[]): Promise<void> {
    const first = new Map<string, Waiting>();
    for (const item of waiting) if (!first.has(this.#key(item))) first.set(this.#key(item), item);
    for (const { checked } of first.values()) await this.handlers.of(checked.name).prepare?.((sql, values) => database.query(sql, values), space);
    const runner = database.createQueryRunner();
    let done: Done;
    try {
      await runner.connect();
      try {
        done = await this.#transact(runner, space, [...first.values()]);
      } catch (error) {
        await runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
    for (const item of waiting) item.resolve(this.#answer(item, first.get(this.#key(item)) ?? item, done.replies));
    for (const [written, entries] of done.entries) this.bell.ring(written, entries);
  }

  /** A copy inside the batch gets the stored answer; the same id with another body is refused. */
  #answer(item: Waiting, original: Waiting, replies: Map<string, Reply>): Reply {
    if (item.requestHash !== original.requestHash) return this.#refused(item, { code: 'request.id-reused' });
    const reply = replies.get(this.#key(item)) ?? this.#refused(item, { code: 'server.busy' });
    return item === original ? reply : ({ ...reply, dup: true } as Reply);
  }

  #key = ({ actorKey, checked }: Waiting): string => keyOf({ actor: actorKey, id: checked.id });

  async #transact(runner: QueryRunner, space: string, waiting: readonly Waiting[]): Promise<Done> {
    const replies = new Map<string, Reply>();
    const work = new Work(runner, space);
    const keys = waiting.map(({ actorKey, checked, requestHash }): ReceiptKey => ({ actor: actorKey, id: checked.id, space, requestHash }));
    // the lock first: what is read after it in the same breath is seen as it is under the lock
    const [head, stored] = await together(runner, () => Promise.all([beginAtHead(runner, space), knownReceipts(runner, keys), this.#prefetch(work, waiting)]));
    if (!head) {
      for (const item of waiting) replies.set(this.#key(item), this.#refused(item, { code: 'request.not-found' }));
      await commit(runner);
      return { replies, entries: new Map() };
    }
    const batch: Batch = { work, head, heads: new Map([[space, head]]), entries: [] };
    const toStore: (ReceiptKey & { reply: Reply })[] = [];
    for (const [i, item] of waiting.entries()) {
      const known = stored.get(this.#key(item));
      const reply = known ? this.#repeated(item, known) : await this.#executeOne(batch, item);
      replies.set(this.#key(item), reply);
      if (!known) toStore.push({ ...(keys[i] as ReceiptKey), reply });
    }
    await together(runner, () => Promise.all([
      work.finish(), appendEntries(runner, batch.entries, [...batch.heads.values()], { space, node: this.bell.node }), storeReceipts(runner, toStore), commit(runner),
    ]));
    const entries = new Map([...batch.heads.keys()].map((of) => [of, batch.entries.filter((entry) => entry.space === of).map(asRead)]));
    return { replies, entries };
  }

  /** One query for what the whole batch will look for; what nobody foretold is read when it is asked for. */
  async #prefetch(work: Work, waiting: readonly Waiting[]): Promise<void> {
    const wanted = new Map<RowClass<object>, Set<string>>();
    for (const { actor, checked: { name, payload } } of waiting) {
      const { panelId } = payload as { panelId?: unknown };
      const keys = [...this.facts.rows(work.space, actor, typeof panelId === 'string' ? panelId : undefined), ...(this.handlers.of(name).rows?.(payload as never, { space: work.space, actor }) ?? [])];
      for (const [row, id] of keys) wanted.set(row, (wanted.get(row) ?? new Set()).add(id));
    }
    await work.prefetch(wanted);
  }

  #repeated(item: Waiting, known: { requestHash: string; reply: Reply | null }): Reply {
    if (known.requestHash !== item.requestHash) return this.#refused(item, { code: 'request.id-reused' });
    return known.reply ? { ...known.reply, dup: true, now: this.clock.now() } : this.#refused(item, { code: 'server.busy' });
  }

  async #executeOne(batch: Batch, item: Waiting): Promise<Reply> {
    const { work, head } = batch;
    const now = this.clock.now();
    const context: Context = {
      space: work.space, actor: item.actor, now: Math.max(now, head.at), newId: randomUUID, seq: head.seq + 1, expect: item.checked.expect,
      get seatId() {
        if (item.actor.kind !== 'seat') throw new Error(`${item.checked.name} was let through without a seat`);
        return item.actor.seatId;
      },
    };
    const refusal = await this.#authorise(work, item, context);
    const outcome = refusal ?? (await this.handlers.of(item.checked.name).execute(work, item.checked.payload as never, context));
    if (outcome instanceof Refuse) {
      work.discard();
      return this.#refused(item, outcome.refusal);
    }
    this.#append(batch, work.accept(), context.now);
    const accepted: Accepted = { ok: true, id: item.checked.id, seq: head.seq, hash: head.hash, now };
    return outcome === undefined ? accepted : { ...accepted, result: outcome };
  }

  /** «No such thing» and «not for you» are one refusal. */
  async #authorise(work: Work, item: Waiting, context: Context): Promise<Refuse | null> {
    const actor = await this.facts.actor(work, item.actor);
    if (!actor) return new Refuse({ code: 'request.not-found' });
    const located = await this.handlers.of(item.checked.name).locate(work, item.checked.payload as never, context);
    if (!located) return new Refuse({ code: 'request.not-found' });
    const { panelId, authorSeat } = located;
    const panel = panelId ? await this.facts.panel(work, panelId) : null;
    if (panel === undefined) return new Refuse({ code: 'request.not-found' });
    const dialoguePhase = await this.facts.dialoguePhase(work);
    const code = may(item.checked.name, actor, { panel, authorSeat: authorSeat ?? null, ...(dialoguePhase ? { dialoguePhase } : {}) });
    return code ? new Refuse({ code }) : null;
  }

  /** One entry per command and log; a command that changed nothing writes none. */
  #append(batch: Batch, events: readonly PendingEvent[], now: number): void {
    for (const space of new Set(events.map((event) => event.space))) {
      const head = batch.heads.get(space) ?? batch.work.head(space);
      if (!head) throw new Error('an event for a space whose order is not held');
      batch.heads.set(space, head);
      batch.entries.push(nextEntry(head, events.filter((event) => event.space === space), now));
    }
  }

  #refused(item: Waiting, refusal: Refusal): Refused {
    return { ok: false, id: item.checked.id, ...refusal, now: this.clock.now() };
  }
}
