import { Inject, Injectable } from '@nestjs/common';
import type { ReplicaState } from '@tegerek/replica';
import { DataSource } from 'typeorm';
import type { RawEntry } from '../log/log.store.js';
import type { AudienceKey } from './audience.js';
import { Gather } from './gather.js';
import { read } from '../db/statement.js';
import { Tail } from './tail.js';

/** The folds of all spaces that this node has read: the one source of snapshots. */
@Injectable()
export class Folds {
  readonly #tails = new Map<string, Tail>();
  readonly #listeners = new Set<(space: string, entries: RawEntry[]) => void>();

  readonly #goneListeners = new Set<(space: string) => void>();

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Called with every entry once, in order, after it was folded. */
  onEntries(listener: (space: string, entries: RawEntry[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Called when a followed space is no longer there: a rehearsal that was wiped. */
  onGone(listener: (space: string) => void): void {
    this.#goneListeners.add(listener);
  }

  /** The tail of a space, read up to now. `undefined`: no such space. */
  async tail(space: string): Promise<Tail | undefined> {
    const known = this.#tails.get(space);
    const tail = known ?? new Tail(space, (sql, values) => read(this.database, sql, values), (from, entries) => { for (const listener of this.#listeners) listener(from, entries); });
    if (!known) this.#tails.set(space, tail);
    await tail.catchUp();
    if (tail.seq > 0) return tail;
    this.#tails.delete(space);
    return undefined;
  }

  readonly #gather = new Gather<string, Tail | undefined>(async (spaces) => {
    const tails = new Map(await Promise.all([...new Set(spaces)].map(async (space) => [space, await this.tail(space)] as const)));
    return spaces.map((space) => tails.get(space));
  });

  /** The tail of a space for one of many who come at once. `undefined`: no such space. */
  gathered(space: string): Promise<Tail | undefined> {
    return this.#gather.get(space);
  }

  /** The current fold for an audience. @throws RangeError when there is no such space */
  async at(space: string, audience: AudienceKey): Promise<ReplicaState> {
    const tail = await this.tail(space);
    if (!tail) throw new RangeError('no such space');
    return tail.fold(audience);
  }

  /** Hands over what this node has just committed. `false`: the space is not followed, or must be read. */
  offer(space: string, entries: readonly RawEntry[]): boolean {
    return this.#tails.get(space)?.offer(entries) ?? false;
  }

  /** Where this node's reading of a space stands; 0: it does not follow it. */
  seqOf(space: string): number {
    return this.#tails.get(space)?.seq ?? 0;
  }

  /** Whether this node follows the entries of a space. */
  follows(space: string): boolean {
    return this.#tails.has(space);
  }

  /** Followed spaces whose head stands elsewhere than what was read here. Those that have no head any more are let go. */
  async behind(): Promise<string[]> {
    if (this.#tails.size === 0) return [];
    const followed = [...this.#tails.keys()];
    const heads = await read<{ space: string; seq: number }>(this.database, 'SELECT log_id AS space, seq FROM log.head WHERE log_id = ANY($1::uuid[])', [followed]);
    const there = new Set(heads.map(({ space }) => space));
    for (const space of followed) if (!there.has(space)) this.#forget(space);
    return heads.filter(({ space, seq }) => this.#tails.get(space)?.seq !== seq).map(({ space }) => space);
  }

  #forget(space: string): void {
    // one that was never read yet may be about to come
    if ((this.#tails.get(space)?.seq ?? 0) === 0) return;
    this.#tails.delete(space);
    for (const listener of this.#goneListeners) listener(space);
  }
}
