import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions, and how many each seat has up in each panel. */
export class Questions0005 implements MigrationInterface {
  readonly name = 'Questions0005000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA questions;
      CREATE TABLE questions.question (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, seat_id uuid NOT NULL, group_id uuid, text text, language text NOT NULL,
        anonymous boolean NOT NULL, to_seat uuid, status text NOT NULL, asked_at bigint NOT NULL, reason text,
        CONSTRAINT question_pk PRIMARY KEY (id)
      );
      CREATE INDEX question_seat ON questions.question (space, seat_id);
      CREATE TABLE questions.asker (
        id uuid NOT NULL, space uuid NOT NULL, live integer NOT NULL,
        CONSTRAINT asker_pk PRIMARY KEY (id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
