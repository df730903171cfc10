import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Screens, and pages that wait to be paired. */
export class Projector0006 implements MigrationInterface {
  readonly name = 'Projector0006000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA projector;
      CREATE TABLE projector.screen (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid, name text NOT NULL, language text NOT NULL, token_hash text NOT NULL,
        CONSTRAINT screen_pk PRIMARY KEY (id),
        CONSTRAINT screen_token UNIQUE (token_hash)
      );
      CREATE TABLE projector.waiting (
        id uuid NOT NULL, code text NOT NULL, token_hash text NOT NULL, created_at bigint NOT NULL,
        CONSTRAINT waiting_pk PRIMARY KEY (id),
        CONSTRAINT waiting_code UNIQUE (code),
        CONSTRAINT waiting_token UNIQUE (token_hash)
      );
      CREATE INDEX waiting_since ON projector.waiting (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
