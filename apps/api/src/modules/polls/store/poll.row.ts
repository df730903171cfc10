import type { PollSetup, PollState } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A quick question to the room, one round of it. */
@Entity({ name: 'poll', schema: 'polls' })
@Index('poll_panel', ['space', 'panelId'])
@Index('poll_open_in_panel', { synchronize: false })
export class PollRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'poll_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  @Column('jsonb') setup: PollSetup;
  @Column('text') state: PollState | 'deleted';
  @Column('integer') rev: number;
  /** The poll of the first round. */
  @Column('uuid') series: string;
  @Column('integer') round: number;
  /** The result is on show. It is counted from the answers, never kept. */
  @Column('boolean', { name: 'is_shown' }) isShown: boolean;
  @Column('jsonb', { name: 'hidden_texts' }) hiddenTexts: string[];
  @Column('bigint', { name: 'opened_at', nullable: true }) openedAt: number | null;
  @Column('bigint', { name: 'closed_at', nullable: true }) closedAt: number | null;
}
