import { Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import type { MePart } from '../../../platform/commands/space-facts.js';
import type { Read } from '../../../platform/db/statement.js';

type Mine = Omit<Me['questions'][number], 'mergedInto'> & { seatId: string; why: string | null; mergedInto: string | null };

/** A seat's own questions, with the reason where one was declined, and where a merged one goes on. */
@Injectable()
export class QuestionsOfMe implements MePart {
  async read(read: Read, space: string, seatIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
    const rows: Mine[] = await read(
      `SELECT id, panel_id AS "panelId", coalesce(text, '') AS text, status, anonymous, reason AS why, merged_into AS "mergedInto", seat_id AS "seatId" FROM questions.question
       WHERE space = $1 AND seat_id = ANY($2::uuid[]) ORDER BY asked_at, id`, [space, seatIds],
    );
    const mine = new Map<string, { questions: Me['questions'] }>();
    for (const { seatId, why, mergedInto, ...question } of rows) {
      const part = mine.get(seatId) ?? { questions: [] };
      part.questions.push({ ...question, ...(why === null ? {} : { reason: why }), ...(mergedInto === null ? {} : { mergedInto }) });
      mine.set(seatId, part);
    }
    return mine;
  }
}
