import type { Confidence, FileQuote, Lang, SponsorCapacity } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Contest } from '../domain/evidence.js';

@Entity({ name: 'evidence', schema: 'proposals' })
@Index('evidence_of', ['proposalId'])
export class EvidenceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pk' }) id: string;
  @Column('uuid') space: string;
  /** Of merged proposals: the one that they became. */
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('text') claim: string;
  @Column('text') source: string;
  @Column('text') date: string;
  @Column('text') region: string;
  @Column('text') url: string;
  @Column('jsonb', { nullable: true }) file: FileQuote | null;
  @Column('text') confidence: Confidence;
  @Column('text') language: Lang;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('jsonb') contests: readonly Contest[];
  @Column('boolean') withdrawn: boolean;
  @Column('bigint') at: number;
}

@Entity({ name: 'reservation', schema: 'proposals' })
@Index('reservation_of', ['voteId'])
export class ReservationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reservation_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('uuid', { name: 'vote_id' }) voteId: string;
  /** Number of the version that it is about. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('text') capacity: SponsorCapacity;
  @Column('text') organisation: string;
  @Column('text') text: string;
  @Column('text') language: Lang;
  @Column('boolean') withdrawn: boolean;
  @Column('bigint') at: number;
}
