import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files under their hash; evidence of proposals, who contests it, and reservations about what was decided. */
export class Evidence0037 implements MigrationInterface {
  readonly name = 'Evidence0037000000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA files;
      CREATE TABLE files.file (
        id uuid NOT NULL, space uuid NOT NULL, hash text NOT NULL, type text NOT NULL, size integer NOT NULL, by_seat uuid NOT NULL, at bigint NOT NULL, quoted boolean NOT NULL,
        CONSTRAINT file_pk PRIMARY KEY (id)
      );
      CREATE INDEX file_of_seat ON files.file (space, by_seat);
      CREATE TABLE files.chunk (hash text NOT NULL, i integer NOT NULL, bytes bytea NOT NULL, CONSTRAINT chunk_pk PRIMARY KEY (hash, i));

      CREATE TABLE proposals.evidence (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, claim text NOT NULL, source text NOT NULL, date text NOT NULL, region text NOT NULL, url text NOT NULL,
        file jsonb, confidence text NOT NULL, language text NOT NULL, seat_id uuid NOT NULL, group_id uuid, contests jsonb NOT NULL, withdrawn boolean NOT NULL, at bigint NOT NULL,
        CONSTRAINT evidence_pk PRIMARY KEY (id)
      );
      CREATE INDEX evidence_of ON proposals.evidence (proposal_id);
      CREATE TABLE proposals.reservation (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, vote_id uuid NOT NULL, version integer NOT NULL, seat_id uuid NOT NULL, group_id uuid, capacity text NOT NULL,
        organisation text NOT NULL, text text NOT NULL, language text NOT NULL, withdrawn boolean NOT NULL, at bigint NOT NULL,
        CONSTRAINT reservation_pk PRIMARY KEY (id)
      );
      CREATE INDEX reservation_of ON proposals.reservation (vote_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
