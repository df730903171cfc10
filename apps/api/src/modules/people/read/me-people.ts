import { Injectable } from '@nestjs/common';
import type { Me } from '@tegerek/contracts';
import type { MePart } from '../../../platform/commands/space-facts.js';
import type { Read } from '../../../platform/db/statement.js';

type Part = Pick<Me, 'seatId' | 'number' | 'name' | 'organisation' | 'groupId' | 'roles' | 'language' | 'region' | 'addedAt' | 'consents' | 'devices'> & { presentSince?: number };

/** Who I am in this dialogue. */
@Injectable()
export class PeopleMePart implements MePart {
  async read(read: Read, space: string, seatIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
    const rows: (Part & { since: number | null })[] = await read(
      `SELECT id AS "seatId", number, coalesce(name, '') AS name, organisation, group_id AS "groupId", roles, language, region, added_seq AS "addedAt", present_since AS since, consents,
         (SELECT count(*)::int FROM people.session_seat o JOIN people.session e ON e.id = o.session_id AND e.expires_at > $3 WHERE o.seat_id = seat.id AND o.auth_key_hash = seat.auth_key_hash) AS devices
       FROM people.seat WHERE space = $1 AND id = ANY($2::uuid[]) AND NOT revoked`,
      [space, seatIds, Date.now()],
    );
    return new Map(rows.map(({ since, ...part }) => [part.seatId, since === null ? part : { ...part, presentSince: since }]));
  }
}
