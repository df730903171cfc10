import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published versions of the resolution: superseded, never edited. */
export class Resolutions0012 implements MigrationInterface {
  readonly name = 'Resolutions0012000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA resolutions;
      CREATE TABLE resolutions.resolution (
        id uuid NOT NULL, space uuid NOT NULL, number integer NOT NULL, date text NOT NULL, place text NOT NULL,
        based_on_seq bigint NOT NULL, canon text NOT NULL, sha256 text NOT NULL, published_at bigint NOT NULL,
        CONSTRAINT resolution_pk PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX resolution_number ON resolutions.resolution (space, number);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
