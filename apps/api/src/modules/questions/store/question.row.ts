import type { Lang, QuestionStatus } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** States from which a question can be merged. */
export type MergedFrom = Extract<QuestionStatus, 'waiting' | 'public'>;

@Entity({ name: 'question', schema: 'questions' })
@Index('question_seat', ['space', 'seatId'])
@Index('question_merged', { synchronize: false })
export class QuestionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('uuid', { name: 'panel_id' }) panelId: string;
  /** The author; shown to facilitators, and to the room unless anonymous. */
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  /** `null` after erasure. */
  @Column('text', { nullable: true }) text: string | null;
  @Column('text') language: Lang;
  @Column('boolean') anonymous: boolean;
  @Column('uuid', { name: 'to_seat', nullable: true }) toSeat: string | null;
  @Column('uuid', { name: 'to_group', nullable: true }) toGroup: string | null;
  @Column('text') status: QuestionStatus;
  /** The question in which this one goes on. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
  /** Where it stood before it was merged. */
  @Column('text', { nullable: true }) before: MergedFrom | null;
  /** How many go on in this one. */
  @Column('integer') merges: number;
  @Column('boolean') pinned: boolean;
  /** ms since 1970. */
  @Column('bigint', { name: 'asked_at' }) askedAt: number;
  /** Why it was declined; for its author. */
  @Column('text', { nullable: true }) reason: string | null;
}

/** How many questions of a seat wait or are public in a panel; the id is derived from both. */
@Entity({ name: 'asker', schema: 'questions' })
export class AskerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'asker_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('integer') live: number;
}
