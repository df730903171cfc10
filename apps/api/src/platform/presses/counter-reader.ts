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
    const all = await this.#read([...new Set(asked.flat())]);
    return asked.map((objects) => Object.fromEntries(objects.flatMap((object) => (all[object] ? [[object, all[object]]] : []))));
  });

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
  objectsOf({ core, panels }: Snapshot, held: readonly string[]): string[] {
    const votes = Object.values(core.votes).filter((vote) => vote.state === 'open' || vote.state === 'closing').map((vote) => vote.agendaId ?? vote.voteId);
    const polls = Object.values(core.panels).flatMap(({ poll }) => (poll === null ? [] : [poll]));
    return [...new Set(votes), ...polls, ...held.flatMap((panelId) => Object.keys(panels[panelId]?.questions ?? {}))];
  }
}
