import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes suggested to the texts of proposals. */
export class Amendments0038 implements MigrationInterface {
  readonly name = 'Amendments0038000000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposals.amendment (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, field text NOT NULL, text text NOT NULL, reason text NOT NULL, rev integer NOT NULL,
        seat_id uuid NOT NULL, group_id uuid, status text NOT NULL, answer text NOT NULL, at bigint NOT NULL,
        CONSTRAINT amendment_pk PRIMARY KEY (id)
      );
      CREATE INDEX amendment_of ON proposals.amendment (proposal_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
