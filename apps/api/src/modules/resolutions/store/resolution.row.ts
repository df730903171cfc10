import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A published resolution; a later number supersedes it. */
@Entity({ name: 'resolution', schema: 'resolutions' })
@Index('resolution_number', ['space', 'number'], { unique: true })
export class ResolutionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolution_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('integer') number: number;
  /** `YYYY-MM-DD`. */
  @Column('text') date: string;
  @Column('text') place: string;
  @Column('bigint', { name: 'based_on_seq' }) basedOnSeq: number;
  /** JCS of the document; `sha256` is of these bytes. */
  @Column('text') canon: string;
  @Column('text') sha256: string;
  @Column('bigint', { name: 'published_at' }) publishedAt: number;
}
