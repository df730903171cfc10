import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that were replaced, so that their holders are told. */
export class FormerCodes0061 implements MigrationInterface {
  readonly name = 'FormerCodes9000000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE people.former_code (id uuid NOT NULL, space uuid NOT NULL, seat_id uuid NOT NULL, CONSTRAINT former_code_pk PRIMARY KEY (id))');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
