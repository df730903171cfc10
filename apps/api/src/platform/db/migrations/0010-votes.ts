import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes, and the count lane's rows in a schema of their own. */
export class Votes0010 implements MigrationInterface {
  readonly name = 'Votes0010000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA votes;
      CREATE TABLE votes.vote (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid, purpose text NOT NULL, state text NOT NULL, number text NOT NULL,
        proposal_id uuid, version jsonb, options jsonb NOT NULL, rule jsonb NOT NULL, electorate text NOT NULL, electorate_by_group jsonb NOT NULL,
        grace_ms integer NOT NULL, opened_at bigint NOT NULL, opened_seq bigint NOT NULL, closes_at bigint, closed_at bigint,
        result jsonb, cast_by_group jsonb, ballots integer, ballots_hash text, void_reason text,
        CONSTRAINT vote_pk PRIMARY KEY (id)
      );
      CREATE INDEX vote_space ON votes.vote (space);
      CREATE UNIQUE INDEX vote_open_in_panel ON votes.vote (panel_id) WHERE state IN ('open', 'closing');

      CREATE SCHEMA ballots;
      CREATE TABLE ballots.press (
        object uuid NOT NULL, seat_id uuid NOT NULL, group_id uuid, rev integer NOT NULL, choice text NOT NULL, hash text NOT NULL,
        CONSTRAINT press_pk PRIMARY KEY (object, seat_id)
      );
      CREATE INDEX press_seat ON ballots.press (seat_id);
      CREATE TABLE ballots.count (
        object uuid NOT NULL, group_id uuid NOT NULL, n integer NOT NULL, version bigint NOT NULL,
        CONSTRAINT count_pk PRIMARY KEY (object, group_id)
      );
      CREATE TABLE ballots.elector (
        vote_id uuid NOT NULL, seat_id uuid NOT NULL, group_id uuid NOT NULL, number integer NOT NULL,
        CONSTRAINT elector_pk PRIMARY KEY (vote_id, seat_id),
        CONSTRAINT elector_number UNIQUE (vote_id, number)
      );
      CREATE INDEX elector_seat ON ballots.elector (seat_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
