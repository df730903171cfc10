import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version names the revision that was frozen, so that the history of a text shows which of its edits were voted on. */
export class ProposalRevisions0035 implements MigrationInterface {
  readonly name = 'ProposalRevisions0035000000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals.version ADD COLUMN rev integer NOT NULL DEFAULT 0;
      ALTER TABLE proposals.version ALTER COLUMN rev DROP DEFAULT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
