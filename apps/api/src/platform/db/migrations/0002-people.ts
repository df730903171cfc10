import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats, accounts, invitations and sessions. */
export class People0002 implements MigrationInterface {
  readonly name = 'People0002000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA people;
      CREATE TABLE people.seat (
        id uuid NOT NULL, space uuid NOT NULL, number integer NOT NULL, group_id uuid, roles text[] NOT NULL,
        name text, organisation text NOT NULL, position text NOT NULL, region text NOT NULL, language text NOT NULL,
        auth_key_hash text, revoked boolean NOT NULL, revoked_reason text, added_seq bigint NOT NULL, present_since bigint, consents jsonb NOT NULL,
        CONSTRAINT seat_pk PRIMARY KEY (id),
        CONSTRAINT seat_number UNIQUE (space, number),
        CONSTRAINT seat_code UNIQUE (space, auth_key_hash)
      );
      CREATE TABLE people.account (
        id uuid NOT NULL, space uuid NOT NULL, name text NOT NULL, login text NOT NULL, password_hash text NOT NULL, administrator boolean NOT NULL, created_at bigint NOT NULL,
        CONSTRAINT account_pk PRIMARY KEY (id),
        CONSTRAINT account_login UNIQUE (login)
      );
      CREATE TABLE people.account_seat (
        id uuid NOT NULL, space uuid NOT NULL, account_id uuid NOT NULL,
        CONSTRAINT account_seat_pk PRIMARY KEY (id),
        CONSTRAINT account_seat_one UNIQUE (account_id, space)
      );
      CREATE TABLE people.invitation (
        id uuid NOT NULL, space uuid NOT NULL, token_hash text NOT NULL, administrator boolean NOT NULL, used_by uuid,
        CONSTRAINT invitation_pk PRIMARY KEY (id),
        CONSTRAINT invitation_token UNIQUE (token_hash)
      );
      CREATE TABLE people.session (
        id uuid NOT NULL, token_hash text NOT NULL, account_id uuid, expires_at bigint NOT NULL,
        CONSTRAINT session_pk PRIMARY KEY (id),
        CONSTRAINT session_token UNIQUE (token_hash)
      );
      CREATE INDEX session_expiry ON people.session (expires_at);
      CREATE TABLE people.session_seat (
        session_id uuid NOT NULL, space uuid NOT NULL, seat_id uuid NOT NULL, auth_key_hash text NOT NULL,
        CONSTRAINT session_seat_pk PRIMARY KEY (session_id, space)
      );
      CREATE INDEX session_seat_of ON people.session_seat (seat_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
