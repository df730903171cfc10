import type { RehearsalRequest } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A rehearsal that a desk started; it goes with the rehearsal (`tegerek wipe-rehearsal`). */
@Entity({ name: 'run', schema: 'rehearsals' })
@Index('run_source', ['source'])
export class RunRow {
  /** The rehearsal's own dialogue. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'run_pk' }) space: string;
  /** The dialogue that is rehearsed. */
  @Column('uuid') source: string;
  @Column('text') slug: string;
  @Column('integer') people: number;
  @Column('integer') seed: number;
  @Column('text') pace: RehearsalRequest['pace'];
  @Column('bigint', { name: 'started_at' }) startedAt: string;
}
