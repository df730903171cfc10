import type { Role } from '@tegerek/contracts';
import type { ActorFacts } from '@tegerek/rules';
import type { QueryRunner } from 'typeorm';
import { run } from '../../platform/db/statement.js';

/** Of these seats of a space the ones that may press: not revoked, as actors with their group. */
export async function pressingSeats(runner: QueryRunner, space: string, seatIds: readonly string[]): Promise<Map<string, { actor: ActorFacts; groupId: string | null }>> {
  const rows = await run<{ seatId: string; groupId: string | null; roles: Role[] }>(runner,
    'SELECT id AS "seatId", group_id AS "groupId", roles FROM people.seat WHERE space = $1 AND id = ANY($2::uuid[]) AND NOT revoked', [space, seatIds]);
  return new Map(rows.map(({ seatId, groupId, roles }) => [seatId, { actor: { kind: 'seat', seatId, groupId, roles }, groupId }]));
}
