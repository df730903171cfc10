import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import { ME_PARTS, type MePart } from '../commands/space-facts.js';

/** Merges what the modules know of a seat for itself alone. */
@Injectable()
export class MeReader {
  constructor(@Inject(ME_PARTS) private readonly parts: readonly MePart[]) {}

  /** By seat id, as of some moment at or after `seq`. */
  async read(space: string, seatIds: readonly string[], seq: number): Promise<Map<string, Me>> {
    const read = await Promise.all(this.parts.map((part) => part.read(space, seatIds)));
    const merged = new Map<string, Me>();
    for (const seatId of seatIds) {
      if (!read[0]?.has(seatId)) continue;
      merged.set(seatId, Object.assign({ seq, seatId, consents: {}, questions: [], presses: {} }, ...read.map((part) => part.get(seatId) ?? {})) as Me);
    }
    return merged;
  }
}
