import type { PaperCounts, PaperPile } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A counted pile of papers or hands of one group; its figures stay here until the close. */
@Entity({ name: 'pile', schema: 'votes' })
@Index('pile_object', ['object'])
export class PileRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pile_pk' }) id: string;
  @Column('uuid') space: string;
  /** The vote, or the agenda. */
  @Column('uuid') object: string;
  @Column('uuid', { name: 'group_id' }) groupId: string;
  @Column('text') how: PaperPile['how'];
  @Column('jsonb') counts: PaperCounts;
  @Column('integer') ballots: number;
  /** Of the commitment in the log, 32 bytes hex. */
  @Column('text') salt: string;
  @Column('text') state: 'entered' | 'confirmed' | 'withdrawn';
  @Column('uuid', { name: 'entered_by' }) enteredBy: string;
  @Column('integer', { name: 'entered_number' }) enteredNumber: number;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('integer', { name: 'confirmed_number', nullable: true }) confirmedNumber: number | null;
}
