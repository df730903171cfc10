import type { CommandName, EventData, EventType, Payload } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { selectRows, selectTogether, selectWhere, upsertRows, type RowClass } from '../db/rows.js';
import { createHead, erasePayloads, type Head } from '../log/log.store.js';
import { storeDue, type Due } from './due.store.js';
import type { EmitOptions, PendingEvent } from './handler.js';

/**
 * The one unit of work of a batch: a read-through map over state rows, the records of upserts, and the events of the command
 * that runs. Every row read here has been read under the space's lock.
 */
export class Work {
  readonly #rows = new Map<RowClass<object>, Map<string, object | null>>();
  readonly #dirty = new Map<RowClass<object>, Set<string>>();
  #draft: { row: RowClass<object>; value: { id: string } }[] = [];
  #events: PendingEvent[] = [];
  #due: Due[] = [];
  #erased: { seq: number; i: number }[] = [];
  readonly #acceptedDue: Due[] = [];
  readonly #acceptedErased: { seq: number; i: number }[] = [];
  readonly #newHeads = new Map<string, Head>();

  constructor(readonly runner: QueryRunner, readonly space: string) {}

  /** One row of this space by id; a row of another space does not exist here. */
  async get<R extends { id: string; space: string }>(row: RowClass<R>, id: string): Promise<R | undefined> {
    return (await this.load(row, [id])).get(id);
  }

  /** Whether any space has a row with this id: ids are made by clients, and none may write over another dialogue's row. */
  async taken<R extends { id: string; space: string }>(row: RowClass<R>, id: string): Promise<boolean> {
    await this.load(row, [id]);
    return this.#drafted(row, id) !== undefined || Boolean(this.#held(row).get(id));
  }

  /** Several rows by id, one query for what is not held yet. */
  async load<R extends { id: string; space: string }>(row: RowClass<R>, ids: readonly string[]): Promise<Map<string, R>> {
    const held = this.#held(row);
    const missing = ids.filter((id) => !held.has(id));
    if (missing.length > 0) {
      for (const id of missing) held.set(id, null);
      for (const found of await selectRows(this.runner, row, missing)) held.set(found.id, found);
    }
    const result = new Map<string, R>();
    for (const id of ids) {
      const value = this.#drafted(row, id) ?? (held.get(id) as R | null);
      if (value && value.space === this.space) result.set(id, value);
    }
    return result;
  }

  /** Rows of several tables that the batch will look for, in one statement. */
  async prefetch(wanted: ReadonlyMap<RowClass<object>, ReadonlySet<string>>): Promise<void> {
    const tables = [...wanted].map(([row, ids]) => [row, [...ids]] as const);
    if (tables.length === 0) return;
    for (const [row, ids] of tables) for (const id of ids) this.#held(row).set(id, null);
    for (const [i, rows] of (await selectTogether(this.runner, tables)).entries()) {
      const row = tables[i]?.[0];
      if (row) for (const found of rows) this.#held(row).set((found as { id: string }).id, found);
    }
  }

  /** Rows of this space with these column values. Records of earlier commands of the batch are written first, so the query sees them. */
  async select<R extends { id: string; space: string }>(row: RowClass<R>, where: Partial<R>): Promise<R[]> {
    await this.flush();
    const held = this.#held(row);
    const found = await selectWhere(this.runner, row, { ...where, space: this.space } as Partial<R>);
    for (const value of found) held.set(value.id, value);
    return found;
  }

  /** Raw SQL for a store method; earlier records are written first. Values by parameter only. */
  async query<T>(sql: string, values: unknown[]): Promise<T[]> {
    await this.flush();
    return (await this.runner.query(sql, values)) as T[];
  }

  /** Records an insert or a replacement of a whole row. */
  put<R extends { id: string; space: string }>(row: RowClass<R>, value: R): void {
    this.#draft.push({ row: row as RowClass<object>, value });
  }

  emit<T extends EventType>(type: T, data: EventData<T>, options: EmitOptions = {}): void {
    this.emitTo(this.space, type, data, options);
  }

  /** An event of another space's log: a new dialogue (its head must have been created by `createSpace`). */
  emitTo<T extends EventType>(space: string, type: T, data: EventData<T>, options: EmitOptions = {}): void {
    this.#events.push({ space, type, data, options } as PendingEvent);
  }

  /** Makes the log of a new dialogue, whose first entry this command writes. */
  async createSpace(space: string, kind: 'real' | 'rehearsal'): Promise<void> {
    this.#newHeads.set(space, await createHead(this.runner, space, kind));
  }

  /** Executes a command as `system` at or after `at` (ms). The id makes it happen once. */
  schedule(at: number, id: string, name: CommandName, payload: Payload): void {
    this.#due.push({ id, space: this.space, at, name, payload });
  }

  /** Blanks event bodies for good; their commitments stay in the chain. */
  erase(paths: readonly { seq: number; i: number }[]): void {
    this.#erased.push(...paths);
  }

  /** Heads made by `createSpace` in this batch. */
  head(space: string): Head | undefined {
    return this.#newHeads.get(space);
  }

  /** Takes the running command's records into the batch and returns its events. */
  accept(): PendingEvent[] {
    this.#acceptedDue.push(...this.#due);
    this.#acceptedErased.push(...this.#erased);
    for (const { row, value } of this.#draft) {
      this.#held(row).set(value.id, value);
      let ids = this.#dirty.get(row);
      if (!ids) this.#dirty.set(row, (ids = new Set()));
      ids.add(value.id);
    }
    const events = this.#events;
    this.discard();
    return events;
  }

  /** Forgets the running command's records and events (a refusal). */
  discard(): void {
    this.#draft = [];
    this.#events = [];
    this.#due = [];
    this.#erased = [];
  }

  /** Writes accepted records, one statement per table, in the order in which tables were first touched. */
  async flush(): Promise<void> {
    const pending = [...this.#dirty];
    this.#dirty.clear();
    await Promise.all(pending.map(([row, ids]) => {
      const held = this.#held(row);
      return upsertRows(this.runner, row, [...ids].map((id) => held.get(id)).filter((value) => value !== null && value !== undefined));
    }));
  }

  /** Writes everything that the accepted commands recorded. */
  async finish(): Promise<void> {
    await Promise.all([
      this.flush(),
      this.#acceptedDue.length > 0 ? storeDue(this.runner, this.#acceptedDue) : undefined,
      this.#acceptedErased.length > 0 ? erasePayloads(this.runner, this.space, this.#acceptedErased) : undefined,
    ]);
  }

  #held(row: RowClass<object>): Map<string, object | null> {
    let held = this.#rows.get(row);
    if (!held) this.#rows.set(row, (held = new Map()));
    return held;
  }

  #drafted<R>(row: RowClass<R & object>, id: string): R | undefined {
    return this.#draft.findLast((record) => record.row === row && record.value.id === id)?.value as R | undefined;
  }
}
