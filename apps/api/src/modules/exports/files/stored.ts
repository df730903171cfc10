import { Injectable } from '@nestjs/common';
import type { Contact } from '@tegerek/contracts';
import { pickText, type Extras, type ResolutionDocument } from '@tegerek/replica';
import type { Lang } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { cookieOf, SESSION_COOKIE, type Request } from '../../../platform/sessions/cookies.js';
import { Sessions } from '../../../platform/sessions/sessions.js';
import { seatsByRegion } from '../../people/index.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export interface Stored {
  canon: string;
  sha256: string;
}

/** Reads what exports are made of, for whom it may be made. */
@Injectable()
export class StoredResolutions {
  constructor(private readonly database: DataSource, private readonly sessions: Sessions) {}

  /** A published version; a number is of one to six digits. */
  async find(space: string, number: string): Promise<Stored | undefined> {
    if (!UUID.test(space) || !/^[1-9]\d{0,5}$/u.test(number)) return undefined;
    const [row]: Stored[] = await this.database.query('SELECT canon, sha256 FROM resolutions.resolution WHERE space = $1 AND number = $2', [space, Number(number)]);
    return row;
  }

  async isOrganizer(space: string, request: Request): Promise<boolean> {
    if (!UUID.test(space)) return false;
    const seat = await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), space);
    return seat?.roles.includes('organizer') ?? false;
  }

  /** The organizer at any time; everybody once a resolution is published. */
  async mayBundle(space: string, request: Request): Promise<boolean> {
    if (!UUID.test(space)) return false;
    const [row]: { phase: string }[] = await this.database.query('SELECT phase FROM dialogues.dialogue WHERE id = $1', [space]);
    return row !== undefined && (row.phase === 'published' || (await this.isOrganizer(space, request)));
  }

  /** Seats by region as the next publication would state them. */
  regions(space: string): Promise<{ name: string; seats: number | null }[]> {
    return seatsByRegion((sql, values) => this.database.query(sql, values), space);
  }

  async contacts(space: string): Promise<readonly Contact[]> {
    const [row]: { contacts: Contact[] }[] = await this.database.query(`SELECT setup->'contacts' AS contacts FROM dialogues.dialogue WHERE id = $1`, [space]);
    return row?.contacts ?? [];
  }

  /** Annexes of a copy: names of those who agreed to their publication, and the minutes. */
  async extras(space: string, resolution: ResolutionDocument, lang: Lang, { names, minutes }: { names: boolean; minutes: boolean }): Promise<Extras> {
    return { ...(names ? { participants: await this.#named(space) } : {}), ...(minutes ? { minutes: await this.#minutes(space, resolution, lang) } : {}) };
  }

  async #named(space: string): Promise<NonNullable<Extras['participants']>> {
    return this.database.query(
      `SELECT name, organisation, position, group_id AS "groupId" FROM people.seat
       WHERE space = $1 AND group_id IS NOT NULL AND NOT revoked AND name IS NOT NULL AND consents->'name' = 'true'::jsonb ORDER BY number`, [space]);
  }

  async #minutes(space: string, resolution: ResolutionDocument, lang: Lang): Promise<NonNullable<Extras['minutes']>> {
    const rows: { panelId: string; time: string; text: string }[] = await this.database.query(
      `SELECT m.panel_id AS "panelId", to_char(to_timestamp(m.at / 1000.0) AT TIME ZONE (d.setup->>'timeZone'), 'HH24:MI') AS time, m.text
       FROM panels.minutes m JOIN dialogues.dialogue d ON d.id = m.space WHERE m.space = $1 ORDER BY m.at, m.id`, [space]);
    return resolution.panels.flatMap(({ panelId, number, title }) => {
      const entries = rows.filter((row) => row.panelId === panelId).map(({ time, text }) => ({ time, text }));
      return entries.length === 0 ? [] : [{ panel: number, title: pickText(title, lang), entries }];
    });
  }
}
