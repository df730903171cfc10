import { SMALL_GROUP_FLOOR, type SeatSetup } from '@tegerek/contracts';
import { selectRows } from '../../../platform/db/rows.js';
import type { Work } from '../../../platform/commands/work.js';
import type { KnownSeats } from '../domain/check-new-seats.js';
import { AccountSeatRow } from './account.row.js';
import { SeatRow } from './seat.row.js';

/** A seat of this dialogue that is not revoked. */
export async function findSeat(work: Work, seatId: string): Promise<SeatRow | undefined> {
  const seat = await work.get(SeatRow, seatId);
  return seat?.revoked ? undefined : seat;
}

/** Which of these are no seats of this dialogue, or revoked. */
export async function missingSeats(work: Work, seatIds: readonly string[]): Promise<string[]> {
  const seats = await work.load(SeatRow, seatIds);
  return seatIds.filter((id) => seats.get(id)?.revoked !== false);
}

/** Number of seats of a group in the dialogue, revoked ones left out. */
export async function groupSize(work: Work, groupId: string): Promise<number> {
  const rows = await work.query<{ n: number }>('SELECT count(*)::int AS n FROM people.seat WHERE space = $1 AND group_id = $2 AND NOT revoked', [work.space, groupId]);
  return rows[0]?.n ?? 0;
}

/** Seats of groups by region, most first; fewer than the floor are not counted out. Seats without a region are left out. */
export async function seatsByRegion(query: (sql: string, values: unknown[]) => Promise<unknown>, space: string): Promise<{ name: string; seats: number | null }[]> {
  const rows = (await query(
    `SELECT trim(region) AS name, count(*)::int AS seats FROM people.seat WHERE space = $1 AND group_id IS NOT NULL AND NOT revoked AND trim(region) <> ''
     GROUP BY trim(region) ORDER BY count(*) DESC, trim(region) COLLATE "C"`, [space])) as { name: string; seats: number }[];
  const said = rows.map(({ name, seats }) => ({ name, seats: seats < SMALL_GROUP_FLOOR ? null : seats }));
  // the order of those below the floor must not tell how many they are
  return [...said.filter(({ seats }) => seats !== null), ...said.filter(({ seats }) => seats === null).sort((a, b) => (a.name < b.name ? -1 : 1))];
}

/** Groups that seats belong to, revoked seats included (their past acts stay with the group), or that somebody waits for. */
export async function groupsInUse(work: Work): Promise<string[]> {
  const rows = await work.query<{ id: string }>(`SELECT group_id AS id FROM people.seat WHERE space = $1 AND group_id IS NOT NULL UNION SELECT group_id FROM people.applicant WHERE space = $1 AND status = 'waiting'`, [work.space]);
  return rows.map((row) => row.id);
}

export async function seatOfNumber(work: Work, number: number): Promise<SeatRow | undefined> {
  return (await work.select(SeatRow, { number }))[0];
}

/** What new seats could collide with. */
export async function knownSeats(work: Work, seats: readonly SeatSetup[], groupIds: readonly string[]): Promise<KnownSeats> {
  const taken = await work.query<{ number: number; hash: string | null }>(
    'SELECT number, auth_key_hash AS hash FROM people.seat WHERE space = $1 AND (number = ANY($2) OR auth_key_hash = ANY($3))',
    [work.space, seats.map((seat) => seat.number), seats.map((seat) => seat.authKeyHash)],
  );
  const ids = await selectRows(work.runner, SeatRow, seats.map((seat) => seat.seatId));
  return {
    groupIds,
    numbers: new Set(taken.map((row) => row.number)),
    authKeyHashes: new Set(taken.flatMap((row) => (row.hash === null ? [] : [row.hash]))),
    seatIds: new Set(ids.map((row) => row.id)),
  };
}

/** Records new seats of `space`; `addedSeq` is the `seq` of the entry that adds them. */
export function putSeats(work: Work, space: string, seats: readonly (SeatSetup & { consents?: Record<string, boolean> })[], addedSeq: number): void {
  for (const { seatId, authKeyHash, consents = {}, ...person } of seats) {
    work.put(SeatRow, { ...person, id: seatId, space, authKeyHash, roles: [...new Set(person.roles)], revoked: false, revokedReason: null, addedSeq, presentSince: null, consents });
  }
}

/** The account acts as this seat in that dialogue. */
export function linkAccount(work: Work, space: string, seatId: string, accountId: string): void {
  work.put(AccountSeatRow, { id: seatId, space, accountId });
}

/** How a seat may be named to the public: with its consent, or not at all. */
export const seatName = (seat: SeatRow | undefined): { name: string; organisation: string } | undefined =>
  seat?.consents['name'] === true && seat.name !== null ? { name: seat.name, organisation: seat.organisation } : undefined;
