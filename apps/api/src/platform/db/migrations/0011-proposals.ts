import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals, every saved revision, and the immutable versions that were voted on. */
export class Proposals0011 implements MigrationInterface {
  readonly name = 'Proposals0011000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA proposals;
      CREATE TABLE proposals.proposal (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, number integer NOT NULL, language text NOT NULL, fields jsonb NOT NULL,
        rev integer NOT NULL, status text NOT NULL, ready boolean NOT NULL, seat_id uuid NOT NULL, group_id uuid, from_question uuid,
        versions integer NOT NULL, vote_id uuid, reason text NOT NULL,
        CONSTRAINT proposal_pk PRIMARY KEY (id)
      );
      CREATE INDEX proposal_panel ON proposals.proposal (space, panel_id);
      CREATE UNIQUE INDEX proposal_number ON proposals.proposal (panel_id, number);
      CREATE TABLE proposals.revision (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, rev integer NOT NULL, fields jsonb NOT NULL, by_seat uuid NOT NULL, at bigint NOT NULL,
        CONSTRAINT revision_pk PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX revision_of ON proposals.revision (proposal_id, rev);
      CREATE TABLE proposals.version (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, number integer NOT NULL, language text NOT NULL, fields jsonb NOT NULL, hash text NOT NULL, frozen_at bigint NOT NULL,
        CONSTRAINT version_pk PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX version_of ON proposals.version (proposal_id, number);

      CREATE FUNCTION proposals.stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN RAISE EXCEPTION 'a version is immutable'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER version_stays BEFORE UPDATE ON proposals.version FOR EACH ROW EXECUTE FUNCTION proposals.stays();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
