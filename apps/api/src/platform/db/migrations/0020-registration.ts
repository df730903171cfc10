import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people may register themselves, and who waits for the organizer's word. */
export class Registration0020 implements MigrationInterface {
  // TypeORM sorts by the last 13 digits alone: after People0002, whose are 2000000000002
  readonly name = 'Registration2000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people.registration (
        id uuid NOT NULL, space uuid NOT NULL, approval uuid[] NOT NULL, codes jsonb NOT NULL,
        CONSTRAINT registration_pk PRIMARY KEY (id)
      );
      CREATE TABLE people.applicant (
        id uuid NOT NULL, space uuid NOT NULL, group_id uuid NOT NULL, status text NOT NULL, name text, organisation text NOT NULL, language text NOT NULL,
        auth_key_hash text, consents jsonb NOT NULL, reason text, applied_at bigint NOT NULL,
        CONSTRAINT applicant_pk PRIMARY KEY (id)
      );
      CREATE INDEX applicant_of ON people.applicant (space, status, applied_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
