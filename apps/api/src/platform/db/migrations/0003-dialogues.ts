import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dialogues, their panels, and minutes. */
export class Dialogues0003 implements MigrationInterface {
  readonly name = 'Dialogues0003000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA dialogues;
      CREATE TABLE dialogues.dialogue (
        id uuid NOT NULL, space uuid NOT NULL, slug text NOT NULL, phase text NOT NULL, demo boolean NOT NULL, rehearsal boolean NOT NULL,
        setup jsonb NOT NULL, groups jsonb NOT NULL, rule jsonb NOT NULL,
        CONSTRAINT dialogue_pk PRIMARY KEY (id),
        CONSTRAINT dialogue_slug UNIQUE (slug)
      );
      CREATE SCHEMA panels;
      CREATE TABLE panels.panel (
        id uuid NOT NULL, space uuid NOT NULL, number integer NOT NULL, phase text NOT NULL, rev integer NOT NULL, setup jsonb NOT NULL,
        CONSTRAINT panel_pk PRIMARY KEY (id)
      );
      CREATE INDEX panel_space ON panels.panel (space);
      CREATE TABLE panels.minutes (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, text text NOT NULL, at bigint NOT NULL, rev integer NOT NULL,
        CONSTRAINT minutes_pk PRIMARY KEY (id)
      );
      CREATE INDEX minutes_panel ON panels.minutes (panel_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
