import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The frame of the resolution as it is being written: one row for each section and language. TypeORM sorts by the last 13 digits of the
 * name, so this one must be larger than that of `Resolutions0012…`.
 */
export class ResolutionDrafts0050 implements MigrationInterface {
  readonly name = 'ResolutionDrafts9000000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resolutions.draft (
        id uuid NOT NULL, space uuid NOT NULL, section text NOT NULL, language text NOT NULL, text text NOT NULL, rev integer NOT NULL, by_seat uuid NOT NULL,
        CONSTRAINT draft_pk PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX draft_place ON resolutions.draft (space, section, language);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
