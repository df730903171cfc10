import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands behind a proposal and for whom, its lineage through merges and splits, and its text in other languages. */
export class ProposalPeople0036 implements MigrationInterface {
  readonly name = 'ProposalPeople0036000000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals.proposal
        ADD COLUMN capacity text NOT NULL DEFAULT 'self', ADD COLUMN sponsors jsonb NOT NULL DEFAULT '[]', ADD COLUMN merged_into uuid, ADD COLUMN split_from uuid;
      ALTER TABLE proposals.proposal ALTER COLUMN capacity DROP DEFAULT, ALTER COLUMN sponsors DROP DEFAULT;
      CREATE TABLE proposals.translation (
        id uuid NOT NULL, space uuid NOT NULL, proposal_id uuid NOT NULL, language text NOT NULL, rev integer NOT NULL, version integer, fields jsonb NOT NULL,
        by_seat uuid NOT NULL, at bigint NOT NULL, checked_by uuid,
        CONSTRAINT translation_pk PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX translation_of ON proposals.translation (proposal_id, language, rev);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
