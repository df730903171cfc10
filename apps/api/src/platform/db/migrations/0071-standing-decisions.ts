import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The decision that stands on a proposal, with its version. */
export class StandingDecisions0071 implements MigrationInterface {
  readonly name = 'StandingDecisions9000000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals.proposal ADD COLUMN decision jsonb;
      UPDATE proposals.proposal p SET decision = (
        SELECT jsonb_build_object('voteId', v.id, 'version', (v.version->>'number')::int) FROM votes.vote v
        WHERE v.proposal_id = p.id AND v.purpose = 'decision' AND v.state = 'closed' ORDER BY v.opened_seq DESC LIMIT 1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
