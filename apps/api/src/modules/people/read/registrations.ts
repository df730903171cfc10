import { Injectable } from '@nestjs/common';
import type { Lang } from '@tegerek/contracts';
import { DataSource } from 'typeorm';

/** One line of the organizer's list of applicants. */
export interface ListedApplicant {
  applicantId: string;
  name: string;
  organisation: string;
  groupId: string;
  language: Lang;
  status: 'waiting' | 'declined';
  reason: string | null;
  appliedAt: number;
}

export interface Offered { approval: string[]; byCode: boolean }

@Injectable()
export class Registrations {
  constructor(private readonly db: DataSource) {}

  /** What a stranger may know: which groups may be asked for, and whether there is an open code at all. */
  async offered(space: string): Promise<Offered> {
    const rows: Offered[] = await this.db.query(`SELECT approval, jsonb_array_length(codes) > 0 AS "byCode" FROM people.registration WHERE id = $1`, [space]);
    return rows[0] ?? { approval: [], byCode: false };
  }

  /** Who waits, the first first, and who was declined. */
  async applicants(space: string): Promise<ListedApplicant[]> {
    return this.db.query(
      `SELECT id AS "applicantId", coalesce(name, '') AS name, organisation, group_id AS "groupId", language, status, reason, applied_at AS "appliedAt"
       FROM people.applicant WHERE space = $1 AND status <> 'approved' ORDER BY status DESC, applied_at, id LIMIT 2000`, [space],
    );
  }

  /** For the phone that asked: its id is known to it alone. */
  async standing(space: string, applicantId: string): Promise<{ status: string; reason: string | null } | undefined> {
    const rows: { status: string; reason: string | null }[] = await this.db.query('SELECT status, reason FROM people.applicant WHERE space = $1 AND id = $2', [space, applicantId]);
    return rows[0];
  }
}
