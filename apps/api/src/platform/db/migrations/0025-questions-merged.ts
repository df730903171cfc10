import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to a group, merged into another, pinned. */
export class QuestionsMerged0025 implements MigrationInterface {
  readonly name = 'QuestionsMerged0025000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE questions.question ADD COLUMN to_group uuid, ADD COLUMN merged_into uuid, ADD COLUMN before text, ADD COLUMN merges integer NOT NULL DEFAULT 0, ADD COLUMN pinned boolean NOT NULL DEFAULT false;
      ALTER TABLE questions.question ALTER COLUMN merges DROP DEFAULT, ALTER COLUMN pinned DROP DEFAULT;
      CREATE INDEX question_merged ON questions.question (merged_into) WHERE merged_into IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
