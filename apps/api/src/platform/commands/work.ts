import type { EventData, EventType } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { selectRows, selectWhere, upsertRows, type RowClass } from '../db/rows.js';
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
    this.#events.push({ type, data, options });
  }

  /** Takes the running command's records into the batch and returns its events. */
  accept(): PendingEvent[] {
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
  }

  /** Writes accepted records, one statement per table, in the order in which tables were first touched. */
  async flush(): Promise<void> {
    const pending = [...this.#dirty];
    this.#dirty.clear();
    for (const [row, ids] of pending) {
      const held = this.#held(row);
      await upsertRows(this.runner, row, [...ids].map((id) => held.get(id)).filter((value) => value !== null && value !== undefined));
    }
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
