import { Injectable } from '@nestjs/common';
import type { Formulation } from '@tegerek/contracts';
import { DataSource } from 'typeorm';

/** A saved edit, without its text. */
export interface RevisionHead {
  rev: number;
  /** ms since 1970. */
  at: number;
  bySeat: string;
  /** Fields that differ from the revision before; of the first one all that are filled in. */
  changed: (keyof Formulation)[];
  /** Number of the version that was frozen from it; `null`: none. */
  version: number | null;
}

export interface Revision {
  rev: number;
  at: number;
  bySeat: string;
  fields: Formulation;
}

/** The saved revisions of a proposal: read on demand, never part of a slice. */
@Injectable()
export class Revisions {
  constructor(private readonly db: DataSource) {}

  /** Oldest first; empty for a proposal that this space does not have. */
  async list(space: string, proposalId: string): Promise<RevisionHead[]> {
    return this.db.query(
      `SELECT r.rev, r.at, r.by_seat AS "bySeat",
         (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM jsonb_each_text(r.fields) WHERE value IS DISTINCT FROM coalesce(r.before->>key, '')) AS changed,
         (SELECT max(v.number) FROM proposals.version v WHERE v.proposal_id = $2 AND v.space = $1 AND v.rev = r.rev) AS version
       FROM (SELECT *, lag(fields) OVER (ORDER BY rev) AS before FROM proposals.revision WHERE space = $1 AND proposal_id = $2) r ORDER BY r.rev`,
      [space, proposalId],
    );
  }

  async one(space: string, proposalId: string, rev: number): Promise<Revision | undefined> {
    const [row]: Revision[] = await this.db.query('SELECT rev, at, by_seat AS "bySeat", fields FROM proposals.revision WHERE space = $1 AND proposal_id = $2 AND rev = $3', [space, proposalId, rev]);
    return row;
  }
}
