import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hands, places in the queue, turns and the floor. */
export class Speakers0004 implements MigrationInterface {
  readonly name = 'Speakers0004000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA speakers;
      CREATE TABLE speakers.hand (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, seat_id uuid NOT NULL, group_id uuid, kind text NOT NULL, is_up boolean NOT NULL,
        CONSTRAINT hand_pk PRIMARY KEY (id)
      );
      CREATE INDEX hand_up ON speakers.hand (panel_id) WHERE is_up;
      CREATE TABLE speakers.place (
        id uuid NOT NULL, space uuid NOT NULL, hand_id uuid,
        CONSTRAINT place_pk PRIMARY KEY (id)
      );
      CREATE TABLE speakers.floor (
        id uuid NOT NULL, space uuid NOT NULL, turn_id uuid,
        CONSTRAINT floor_pk PRIMARY KEY (id)
      );
      CREATE TABLE speakers.turn (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, seat_id uuid NOT NULL, group_id uuid, hand_id uuid,
        started_at bigint NOT NULL, limit_ms integer NOT NULL, ended_at bigint,
        CONSTRAINT turn_pk PRIMARY KEY (id)
      );
      CREATE INDEX turn_seat ON speakers.turn (space, seat_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
