import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consent agendas, paper and hands, superseding decisions, the lot of a shortlist; a closed vote becomes immutable by trigger. */
export class Collective0045 implements MigrationInterface {
  readonly name = 'Collective0045000000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE votes.vote
        ADD COLUMN box uuid, ADD COLUMN agenda_id uuid, ADD COLUMN supersedes jsonb, ADD COLUMN returns_to text,
        ADD COLUMN pulled_out boolean NOT NULL DEFAULT false, ADD COLUMN paper jsonb NOT NULL DEFAULT '[]', ADD COLUMN lot jsonb;
      UPDATE votes.vote SET box = id, returns_to = CASE WHEN proposal_id IS NULL THEN NULL ELSE 'in-formulation' END;
      UPDATE votes.vote SET rule = rule || '{"shortlist": null}' WHERE purpose = 'ranking';
      ALTER TABLE votes.vote ALTER COLUMN box SET NOT NULL;
      CREATE INDEX vote_box ON votes.vote (box);
      DROP INDEX votes.vote_open_in_panel;
      -- items of one agenda are open together; beside it the serial lane keeps a panel to one box
      CREATE UNIQUE INDEX vote_open_in_panel ON votes.vote (panel_id) WHERE state IN ('open', 'closing') AND agenda_id IS NULL;

      CREATE TABLE votes.agenda (
        id uuid NOT NULL, space uuid NOT NULL, panel_id uuid NOT NULL, state text NOT NULL, items jsonb NOT NULL,
        CONSTRAINT agenda_pk PRIMARY KEY (id)
      );
      CREATE INDEX agenda_panel ON votes.agenda (space, panel_id);

      CREATE TABLE votes.pile (
        id uuid NOT NULL, space uuid NOT NULL, object uuid NOT NULL, group_id uuid NOT NULL, how text NOT NULL, counts jsonb NOT NULL, ballots integer NOT NULL, salt text NOT NULL,
        state text NOT NULL, entered_by uuid NOT NULL, entered_number integer NOT NULL, confirmed_by uuid, confirmed_number integer,
        CONSTRAINT pile_pk PRIMARY KEY (id)
      );
      CREATE INDEX pile_object ON votes.pile (object);

      ALTER TABLE ballots.elector ADD COLUMN on_paper boolean NOT NULL DEFAULT false;

      CREATE FUNCTION votes.keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF EXISTS (SELECT 1 FROM log.head WHERE log_id = OLD.space AND kind = 'rehearsal') THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'a closed vote is immutable';
        END IF;
        IF to_jsonb(NEW) - 'lot' IS DISTINCT FROM to_jsonb(OLD) - 'lot' OR (OLD.lot IS NOT NULL AND NEW.lot IS DISTINCT FROM OLD.lot) THEN
          RAISE EXCEPTION 'a closed vote is immutable';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER vote_kept BEFORE UPDATE OR DELETE ON votes.vote FOR EACH ROW WHEN (OLD.state IN ('closed', 'void')) EXECUTE FUNCTION votes.keep_closed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
