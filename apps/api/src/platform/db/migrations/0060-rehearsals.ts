import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rehearsals were started from which dialogue's desk. */
export class Rehearsals0060 implements MigrationInterface {
  readonly name = 'Rehearsals9000000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA rehearsals;
      CREATE TABLE rehearsals.run (
        space uuid NOT NULL, source uuid NOT NULL, slug text NOT NULL, people integer NOT NULL, seed integer NOT NULL, pace text NOT NULL, started_at bigint NOT NULL,
        CONSTRAINT run_pk PRIMARY KEY (space)
      );
      CREATE INDEX run_source ON rehearsals.run (source);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
