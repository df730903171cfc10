import { Inject, Injectable } from '@nestjs/common';
import type { ReplicaState } from '@tegerek/replica';
import { DataSource } from 'typeorm';
import type { RawEntry } from '../log/log.store.js';
import type { AudienceKey } from './audience.js';
import { Gather } from './gather.js';
import { Tail } from './tail.js';

/** The folds of all spaces that this node has read: the one source of snapshots. */
@Injectable()
export class Folds {
  readonly #tails = new Map<string, Tail>();
  readonly #listeners = new Set<(space: string, entries: RawEntry[]) => void>();

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Called with every entry once, in order, after it was folded. */
  onEntries(listener: (space: string, entries: RawEntry[]) => void): void {
    this.#listeners.add(listener);
  }

  /** The tail of a space, read up to now. `undefined`: no such space. */
  async tail(space: string): Promise<Tail | undefined> {
    const known = this.#tails.get(space);
    const tail = known ?? new Tail(space, (sql, values) => this.database.query(sql, values), (from, entries) => { for (const listener of this.#listeners) listener(from, entries); });
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

  /** Spaces whose entries this node follows. */
  followed(): string[] {
    return [...this.#tails.keys()];
  }
}
