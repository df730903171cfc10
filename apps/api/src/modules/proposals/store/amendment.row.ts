import type { AmendmentStatus, FormulationField } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'amendment', schema: 'proposals' })
@Index('amendment_of', ['proposalId'])
export class AmendmentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'amendment_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId: string;
  @Column('text') field: FormulationField;
  @Column('text') text: string;
  @Column('text') reason: string;
  @Column('integer') rev: number;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('text') status: AmendmentStatus;
  /** Why it was declined. */
  @Column('text') answer: string;
  /** Among those that the room decides. */
  @Column('integer', { nullable: true }) place: number | null;
  @Column('boolean', { default: false }) erased: boolean;
  @Column('bigint') at: number;
}
