import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file of a dialogue; its bytes stand once under their hash. The id is derived from dialogue and hash. */
@Entity({ name: 'file', schema: 'files' })
@Index('file_of_seat', ['space', 'bySeat'])
export class FileRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_pk' }) id: string;
  @Column('uuid') space: string;
  /** SHA-256 of the bytes, hex. */
  @Column('text') hash: string;
  /** As found in the bytes. */
  @Column('text') type: string;
  @Column('integer') size: number;
  @Column('uuid', { name: 'by_seat' }) bySeat: string;
  /** ms since 1970. */
  @Column('bigint') at: number;
  /** Something quotes it: it stays. */
  @Column('boolean') quoted: boolean;
}

@Entity({ name: 'chunk', schema: 'files' })
export class ChunkRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'chunk_pk' }) hash: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'chunk_pk' }) i: number;
  @Column('bytea') bytes: Buffer;
}
