import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Heads, entries, erasable payloads, receipts, scheduled acts and checkpoints of every space. */
export class Log0001 implements MigrationInterface {
  readonly name = 'Log0000000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA log;
      CREATE TABLE log.head (
        log_id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('instance', 'real', 'rehearsal')), epoch integer NOT NULL DEFAULT 1, seq bigint NOT NULL DEFAULT 0,
        hash text NOT NULL DEFAULT repeat('0', 64) CHECK (length(hash) = 64), at bigint NOT NULL DEFAULT 0);
      CREATE TABLE log.entry (
        log_id uuid NOT NULL REFERENCES log.head, seq bigint NOT NULL CHECK (seq > 0), prev text NOT NULL, hash text NOT NULL, canon text NOT NULL, PRIMARY KEY (log_id, seq));
      CREATE TABLE log.payload (
        log_id uuid NOT NULL, seq bigint NOT NULL, i integer NOT NULL, salt text, body text, PRIMARY KEY (log_id, seq, i), FOREIGN KEY (log_id, seq) REFERENCES log.entry);
      CREATE TABLE log.receipt (actor text NOT NULL, id uuid NOT NULL, space uuid NOT NULL, request_hash text NOT NULL, reply text, PRIMARY KEY (actor, id));
      CREATE TABLE log.due (id uuid PRIMARY KEY, space uuid NOT NULL, at bigint NOT NULL, name text NOT NULL, payload jsonb NOT NULL);
      CREATE INDEX due_at ON log.due (at);
      CREATE TABLE log.checkpoint (log_id uuid NOT NULL, seq bigint NOT NULL, note text NOT NULL, PRIMARY KEY (log_id, seq));
    `);
    await runner.query(GUARD);
    await runner.query(`INSERT INTO log.head (log_id, kind) VALUES ('00000000-0000-4000-8000-000000000001', 'instance')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/** Append-only by trigger: the chain is checked by the database too; only a rehearsal may be deleted. */
const GUARD = `
  CREATE FUNCTION log.entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE before_it text; header jsonb;
  BEGIN
    IF NEW.seq = 1 THEN before_it := repeat('0', 64);
    ELSE SELECT hash INTO before_it FROM log.entry WHERE log_id = NEW.log_id AND seq = NEW.seq - 1; END IF;
    IF before_it IS NULL OR before_it <> NEW.prev THEN RAISE EXCEPTION 'log chain broken at %', NEW.seq; END IF;
    IF NEW.hash <> encode(sha256(convert_to(E'tegerek/entry/v1\\n' || NEW.canon, 'UTF8')), 'hex') THEN RAISE EXCEPTION 'log hash wrong at %', NEW.seq; END IF;
    header := NEW.canon::jsonb;
    IF (header->>'seq')::bigint <> NEW.seq OR header->>'prev' <> NEW.prev OR header->>'log' <> NEW.log_id::text THEN RAISE EXCEPTION 'log header wrong at %', NEW.seq; END IF;
    RETURN NEW;
  END $$;
  CREATE FUNCTION log.entry_keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM log.head WHERE log_id = OLD.log_id AND kind = 'rehearsal') THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'the log is append-only';
  END $$;
  CREATE FUNCTION log.payload_keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND NEW.salt IS NULL AND NEW.body IS NULL AND NEW.log_id = OLD.log_id AND NEW.seq = OLD.seq AND NEW.i = OLD.i THEN RETURN NEW; END IF;
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM log.head WHERE log_id = OLD.log_id AND kind = 'rehearsal') THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a payload may only be erased';
  END $$;
  CREATE FUNCTION log.no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
  CREATE TRIGGER entry_guard BEFORE INSERT ON log.entry FOR EACH ROW EXECUTE FUNCTION log.entry_guard();
  CREATE TRIGGER entry_keep BEFORE UPDATE OR DELETE ON log.entry FOR EACH ROW EXECUTE FUNCTION log.entry_keep();
  CREATE TRIGGER payload_keep BEFORE UPDATE OR DELETE ON log.payload FOR EACH ROW EXECUTE FUNCTION log.payload_keep();
  CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON log.entry FOR EACH STATEMENT EXECUTE FUNCTION log.no_truncate();
  CREATE TRIGGER payload_no_truncate BEFORE TRUNCATE ON log.payload FOR EACH STATEMENT EXECUTE FUNCTION log.no_truncate();
`;
