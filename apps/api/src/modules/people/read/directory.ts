import { Injectable } from '@nestjs/common';
import type { Role } from '@tegerek/contracts';
import { DataSource } from 'typeorm';

/** How a person is named to others. */
export interface Named {
  seatId: string;
  name: string;
  organisation: string;
  position: string;
  groupId: string | null;
  /** For who runs the hall: time is accounted by region. */
  region?: string;
}

/** One line of the organizer's list of seats. */
export interface Listed extends Named {
  number: number;
  roles: Role[];
  region: string;
  present: boolean;
  revoked: boolean;
}

export const PAGE = 50;
const PART = 1_000;
const NAMED = 'id AS "seatId", name, organisation, position, group_id AS "groupId"';
const LISTED = `${NAMED.replace('name,', "coalesce(name, '') AS name,")}, number, roles, region, present_since IS NOT NULL AS present, revoked`;

/** Names and who may see them. */
@Injectable()
export class Directory {
  constructor(private readonly db: DataSource) {}

  /** `everyone`: whoever has a seat in the room; otherwise only who consented to the publication of the name. Erased persons have no name. */
  async named(space: string, seatIds: readonly string[], everyone: boolean, withRegion = false): Promise<Named[]> {
    return this.db.query(
      `SELECT ${NAMED}${withRegion ? ', region' : ''} FROM people.seat WHERE space = $1 AND id = ANY($2::uuid[]) AND name IS NOT NULL AND ($3 OR consents->'name' = 'true'::jsonb) ORDER BY number`,
      [space, seatIds, everyone],
    );
  }

  /** Everybody after a number, a thousand at a time; `next`: where to go on. */
  async after(space: string, number: number): Promise<{ people: Listed[]; next: number | null }> {
    const people: Listed[] = await this.db.query(`SELECT ${LISTED} FROM people.seat WHERE space = $1 AND number > $2 ORDER BY number LIMIT ${PART}`, [space, number]);
    return { people, next: people.length < PART ? null : (people.at(-1)?.number ?? null) };
  }

  /** By number, name or organisation; a page of 50 in the order of numbers. */
  async page(space: string, search: string, page: number): Promise<{ people: Listed[]; total: number }> {
    const rows: (Listed & { total: number })[] = await this.db.query(
      `SELECT ${LISTED}, count(*) OVER ()::int AS total
       FROM people.seat WHERE space = $1 AND ($2 = '' OR number::text = $2 OR position(lower($2 COLLATE "und-x-icu") in lower((coalesce(name, '') || ' ' || organisation) COLLATE "und-x-icu")) > 0)
       ORDER BY number LIMIT ${PAGE} OFFSET $3`,
      [space, search, (page - 1) * PAGE],
    );
    return { people: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 };
  }
}
