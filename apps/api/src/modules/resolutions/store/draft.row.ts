import type { FrameSection, Lang } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One section of the frame in one language, as it stands now; the log keeps every revision. Its id follows from its place. */
@Entity({ name: 'draft', schema: 'resolutions' })
@Index('draft_place', ['space', 'section', 'language'], { unique: true })
export class DraftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('text') section: FrameSection;
  @Column('text') language: Lang;
  @Column('text') text: string;
  @Column('integer') rev: number;
  @Column('uuid', { name: 'by_seat' }) bySeat: string;
}
