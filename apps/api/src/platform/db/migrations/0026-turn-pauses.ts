import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pauses of a turn. */
export class TurnPauses0026 implements MigrationInterface {
  readonly name = 'TurnPauses0026000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE speakers.turn ADD COLUMN paused_at bigint, ADD COLUMN paused_ms integer NOT NULL DEFAULT 0;
      ALTER TABLE speakers.turn ALTER COLUMN paused_ms DROP DEFAULT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
