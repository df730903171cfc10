import type { Work } from '../../../platform/commands/work.js';
import { ApplicantRow, RegistrationRow } from './registration.row.js';

export const findRegistration = (work: Work): Promise<RegistrationRow | undefined> => work.get(RegistrationRow, work.space);

export async function waitingCount(work: Work): Promise<number> {
  const rows = await work.query<{ n: number }>(`SELECT count(*)::int AS n FROM people.applicant WHERE space = $1 AND status = 'waiting'`, [work.space]);
  return rows[0]?.n ?? 0;
}

/** Whether somebody who waits brought this code already. */
export const isHashWaiting = async (work: Work, authKeyHash: string): Promise<boolean> => (await work.select(ApplicantRow, { authKeyHash })).length > 0;

/** The number that follows the highest of the dialogue. */
export async function nextNumber(work: Work): Promise<number> {
  const rows = await work.query<{ n: number }>('SELECT coalesce(max(number), 0)::int + 1 AS n FROM people.seat WHERE space = $1', [work.space]);
  return rows[0]?.n ?? 1;
}
