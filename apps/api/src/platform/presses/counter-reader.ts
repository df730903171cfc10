import { Inject, Injectable } from '@nestjs/common';
import type { Counters, Snapshot } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { read } from '../db/statement.js';
import { Gather } from '../slices/gather.js';
import { readCounts } from './press.store.js';

/** Public figures of the count lane: turnout of votes and polls that run, supports of questions; never what was chosen. */
@Injectable()
export class CounterReader {
  readonly #gather = new Gather<readonly string[], Counters>(async (asked) => {
    // many hold the same list, and get the same answer
    const lists = new Set(asked);
    const all = await this.#read([...new Set([...lists].flat())]);
    const answers = new Map([...lists].map((objects) => [objects, Object.fromEntries(objects.flatMap((object) => (all[object] ? [[object, all[object]]] : [])))] as const));
    return asked.map((objects) => answers.get(objects) ?? {});
  });

  readonly #objects = new WeakMap<Snapshot, Map<string, readonly string[]>>();

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Figures of these objects, read together with those of all who ask now. */
  async of(objects: readonly string[]): Promise<Counters> {
    return objects.length === 0 ? {} : this.#gather.get(objects);
  }

  async #read(objects: readonly string[]): Promise<Counters> {
    const counters: Counters = {};
    for (const { object, groupId, n, version } of await readCounts((sql, values) => read(this.database, sql, values), objects)) {
      const counter = (counters[object] ??= { version: 0, byGroup: {} });
      counter.byGroup[groupId] = n;
      counter.version += version;
    }
    return counters;
  }

  /** Objects whose figures a holder of these panels follows. */
  objectsOf(snapshot: Snapshot, held: readonly string[]): readonly string[] {
    const lists = this.#objects.get(snapshot) ?? new Map<string, readonly string[]>();
    this.#objects.set(snapshot, lists);
    const panels = Object.keys(snapshot.core.panels).filter((panelId) => held.includes(panelId));
    const place = panels.join(' ');
    let list = lists.get(place);
    if (!list) lists.set(place, (list = followed(snapshot, panels)));
    return list;
  }
}

function followed({ core, panels }: Snapshot, held: readonly string[]): string[] {
  const votes = Object.values(core.votes).filter((vote) => vote.state === 'open' || vote.state === 'closing').map((vote) => vote.agendaId ?? vote.voteId);
  const polls = Object.values(core.panels).flatMap(({ poll }) => (poll === null ? [] : [poll]));
  return [...new Set(votes), ...polls, ...held.flatMap((panelId) => Object.keys(panels[panelId]?.questions ?? {}))];
}
