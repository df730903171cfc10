import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An amendment whose author was erased while the room voted on it. */
export class ErasedAmendments0070 implements MigrationInterface {
  readonly name = 'ErasedAmendments9000000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals.amendment ADD COLUMN erased boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
