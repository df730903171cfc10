import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public halves of every key that ever signed a checkpoint here: notes stay checkable after a key is replaced. */
export class VerifierKeys0055 implements MigrationInterface {
  readonly name = 'VerifierKeys0000000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE log.verifier_key (vkey text PRIMARY KEY, since timestamptz NOT NULL DEFAULT now())');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
