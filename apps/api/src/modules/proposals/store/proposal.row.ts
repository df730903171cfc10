import type { Formulation, Lang, ProposalStatus, SponsorCapacity, SponsorView } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StandingDecision } from '../domain/proposal.js';

@Entity({ name: 'proposal', schema: 'proposals' })
@Index('proposal_panel', ['space', 'panelId'])
@Index('proposal_number', ['panelId', 'number'], { unique: true })
export class ProposalRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  /** 1, 2, 3… within the panel. */
  @Column('integer') number: number;
  @Column('text') language: Lang;
  @Column('jsonb') fields: Formulation;
  @Column('integer') rev: number;
  @Column('text') status: ProposalStatus;
  @Column('boolean') ready: boolean;
  /** The author. */
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('uuid', { name: 'from_question', nullable: true }) fromQuestion: string | null;
  /** For whom the author speaks. */
  @Column('text') capacity: SponsorCapacity;
  @Column('jsonb') sponsors: readonly SponsorView[];
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
  @Column('uuid', { name: 'split_from', nullable: true }) splitFrom: string | null;
  /** How many versions were frozen so far. */
  @Column('integer') versions: number;
  /** Latest vote on it. */
  @Column('uuid', { name: 'vote_id', nullable: true }) voteId: string | null;
  @Column('jsonb', { nullable: true }) decision: StandingDecision | null;
  /** Why it was withdrawn. */
  @Column('text') reason: string;
}

/** The whole text as it stood after one saved edit. */
@Entity({ name: 'revision', schema: 'proposals' })
@Index('revision_of', ['proposalId', 'rev'], { unique: true })
export class RevisionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'revision_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('integer') rev: number;
  @Column('jsonb') fields: Formulation;
  @Column('uuid', { name: 'by_seat' }) bySeat: string;
  @Column('bigint') at: number;
}

/** A text that was voted on; a trigger forbids any change. */
@Entity({ name: 'version', schema: 'proposals' })
@Index('version_of', ['proposalId', 'number'], { unique: true })
export class VersionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'version_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('integer') number: number;
  @Column('text') language: Lang;
  @Column('jsonb') fields: Formulation;
  @Column('text') hash: string;
  /** The revision that was frozen. */
  @Column('integer') rev: number;
  @Column('bigint', { name: 'frozen_at' }) frozenAt: number;
}

/** The text of one revision in another language; the id is derived from proposal, language and revision. */
@Entity({ name: 'translation', schema: 'proposals' })
@Index('translation_of', ['proposalId', 'language', 'rev'], { unique: true })
export class TranslationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('text') language: Lang;
  @Column('integer') rev: number;
  /** Number of the version that was frozen from that revision. */
  @Column('integer', { nullable: true }) version: number | null;
  @Column('jsonb') fields: Formulation;
  @Column('uuid', { name: 'by_seat' }) bySeat: string;
  @Column('bigint') at: number;
  @Column('uuid', { name: 'checked_by', nullable: true }) checkedBy: string | null;
}
