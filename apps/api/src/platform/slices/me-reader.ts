import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { ME_PARTS, type MePart } from '../commands/space-facts.js';
import { readTogether } from '../db/statement.js';
import { Gather } from './gather.js';

/** Merges what the modules know of a seat for itself alone. */
@Injectable()
export class MeReader {
  readonly #gathers = new Map<string, Gather<string, Me | undefined>>();

  constructor(@Inject(ME_PARTS) private readonly parts: readonly MePart[], @Inject(DataSource) private readonly database: DataSource) {}

  /** By seat id, as of some moment at or after `seq`. */
  async read(space: string, seatIds: readonly string[], seq: number): Promise<Map<string, Me>> {
    const read = await readTogether(this.database, (query) => Promise.all(this.parts.map((part) => part.read(query, space, seatIds))));
    const merged = new Map<string, Me>();
    for (const seatId of seatIds) {
      if (!read[0]?.has(seatId)) continue;
      merged.set(seatId, Object.assign({ seq, seatId, consents: {}, questions: [], presses: {}, onPaper: [] }, ...read.map((part) => part.get(seatId) ?? {})) as Me);
    }
    return merged;
  }

  /** One seat's, read together with those of all who ask now. `undefined`: no such seat, or revoked. */
  async one(space: string, seatId: string, seq: number): Promise<Me | undefined> {
    let gather = this.#gathers.get(space);
    if (!gather) {
      gather = new Gather(async (seatIds) => {
        const read = await this.read(space, [...new Set(seatIds)], 0);
        return seatIds.map((id) => read.get(id));
      });
      this.#gathers.set(space, gather);
    }
    const me = await gather.get(seatId);
    return me && { ...me, seq };
  }
}
