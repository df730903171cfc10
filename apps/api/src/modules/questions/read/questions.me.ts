import { Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import type { MePart } from '../../../platform/commands/space-facts.js';
import type { Read } from '../../../platform/db/statement.js';

type Mine = Me['questions'][number] & { seatId: string; why: string | null };

/** A seat's own questions, with the reason where one was declined. */
@Injectable()
export class QuestionsOfMe implements MePart {
  async read(read: Read, space: string, seatIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
    const rows: Mine[] = await read(
      `SELECT id, panel_id AS "panelId", coalesce(text, '') AS text, status, anonymous, reason AS why, seat_id AS "seatId" FROM questions.question
       WHERE space = $1 AND seat_id = ANY($2::uuid[]) ORDER BY asked_at, id`, [space, seatIds],
    );
    const mine = new Map<string, { questions: Me['questions'] }>();
    for (const { seatId, why, ...question } of rows) {
      const part = mine.get(seatId) ?? { questions: [] };
      part.questions.push(why === null ? question : { ...question, reason: why });
      mine.set(seatId, part);
    }
    return mine;
  }
}
