import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls, and who leads a panel from the console. */
export class Polls0030 implements MigrationInterface {
  // TypeORM sorts by the last 13 digits: after the panels that 0003 makes
  readonly name = 'Polls9000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA polls;
      CREATE TABLE polls.poll (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, setup jsonb NOT NULL, state text NOT NULL, rev integer NOT NULL, series uuid NOT NULL, round integer NOT NULL,
        is_shown boolean NOT NULL, hidden_texts jsonb NOT NULL, opened_at bigint, closed_at bigint,
        CONSTRAINT poll_pk PRIMARY KEY (id)
      );
      CREATE INDEX poll_panel ON polls.poll (space, panel_id);
      CREATE UNIQUE INDEX poll_open_in_panel ON polls.poll (panel_id) WHERE state = 'open';

      CREATE TABLE panels.console (
        id uuid NOT NULL, space uuid NOT NULL, holder uuid,
        CONSTRAINT console_pk PRIMARY KEY (id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
