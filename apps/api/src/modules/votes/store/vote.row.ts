import type { DecisionRule, LotDrawn, PaperPile, RankingRule, Version, VotedAmendment, VoteHead, VoteOption, VotePurpose, VoteState } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A decision or a ranking. Everything down to `openedSeq` is frozen at the opening. */
@Entity({ name: 'vote', schema: 'votes' })
@Index('vote_space', ['space'])
@Index('vote_box', ['box'])
@Index('vote_open_in_panel', { synchronize: false })
export class VoteRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_pk' }) id: string;
  @Column('uuid') space: string;
  /** `null`: a ranking over the whole dialogue. */
  @Column('uuid', { name: 'panel_id', nullable: true }) panelId: string | null;
  @Column('text') purpose: VotePurpose;
  @Column('text') state: VoteState;
  /** As shown: `2.3` = panel 2, its third vote; `R1` = over the dialogue. */
  @Column('text') number: string;
  @Column('uuid', { name: 'proposal_id', nullable: true }) proposalId: string | null;
  @Column('jsonb', { nullable: true }) version: Version | null;
  @Column('jsonb') options: VoteOption[];
  @Column('jsonb') rule: DecisionRule | RankingRule;
  @Column('text') electorate: 'present' | 'entitled';
  @Column('jsonb', { name: 'electorate_by_group' }) electorateByGroup: Record<string, number>;
  @Column('integer', { name: 'grace_ms' }) graceMs: number;
  @Column('bigint', { name: 'opened_at' }) openedAt: number;
  @Column('bigint', { name: 'opened_seq' }) openedSeq: number;
  @Column('bigint', { name: 'closes_at', nullable: true }) closesAt: number | null;
  @Column('bigint', { name: 'closed_at', nullable: true }) closedAt: number | null;
  @Column('jsonb', { nullable: true }) result: Record<string, unknown> | null;
  @Column('jsonb', { name: 'cast_by_group', nullable: true }) castByGroup: Record<string, number> | null;
  @Column('integer', { nullable: true }) ballots: number | null;
  @Column('text', { name: 'ballots_hash', nullable: true }) ballotsHash: string | null;
  @Column('text', { name: 'void_reason', nullable: true }) voidReason: string | null;
  /** Where its ballots lie: its own id, or that of its agenda. */
  @Column('uuid') box: string;
  @Column('uuid', { name: 'agenda_id', nullable: true }) agendaId: string | null;
  @Column('jsonb', { nullable: true }) supersedes: VoteHead['supersedes'];
  @Column('text', { name: 'returns_to', nullable: true }) returnsTo: VoteHead['returnsTo'];
  @Column('boolean', { name: 'pulled_out', default: false }) pulledOut: boolean;
  /** Confirmed piles of paper and hands, after the close. */
  @Column('jsonb', { default: [] }) paper: PaperPile[];
  @Column('jsonb', { nullable: true }) amendment: VotedAmendment | null;
  @Column('jsonb', { nullable: true }) lot: LotDrawn | null;
}
