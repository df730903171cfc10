import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amendments that the room decides: their place in the order, and the votes on them. */
export class AmendmentVotes0065 implements MigrationInterface {
  readonly name = 'AmendmentVotes9000000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals.amendment ADD COLUMN place integer;
      ALTER TABLE votes.vote ADD COLUMN amendment jsonb;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
