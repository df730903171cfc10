import { Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import type { MePart } from '../../../platform/commands/space-facts.js';
import type { Read } from '../../../platform/db/statement.js';

interface PressRead {
  seatId: string;
  object: string;
  rev: number;
  hash: string;
  choice: string;
  number: number | null;
}

/** `me.presses`: own rows of the count lane, with the number of each ballot in the published list; `me.onPaper`. */
@Injectable()
export class PressesOfMe implements MePart {
  async read(read: Read, _space: string, seatIds: readonly string[]): Promise<Map<string, Pick<Me, 'presses' | 'onPaper'>>> {
    const pressed = read<PressRead>(
      `SELECT p.seat_id AS "seatId", p.object, p.rev, p.hash, p.choice, e.number
         FROM ballots.press p LEFT JOIN ballots.elector e ON e.vote_id = p.object AND e.seat_id = p.seat_id
        WHERE p.seat_id = ANY($1::uuid[])`,
      [seatIds],
    );
    const marked = read<{ seatId: string; object: string }>('SELECT seat_id AS "seatId", vote_id AS object FROM ballots.elector WHERE on_paper AND seat_id = ANY($1::uuid[])', [seatIds]);
    const [rows, onPaper] = await Promise.all([pressed, marked]);
    const result = new Map<string, Pick<Me, 'presses' | 'onPaper'>>(seatIds.map((seatId) => [seatId, { presses: {}, onPaper: [] }]));
    for (const { seatId, object, rev, hash, choice, number } of rows) {
      const mine = result.get(seatId);
      if (mine) mine.presses[object] = { object, rev, hash, choice: JSON.parse(choice) as unknown, ...(number === null ? {} : { number }) };
    }
    for (const { seatId, object } of onPaper) result.get(seatId)?.onPaper.push(object);
    return result;
  }
}
