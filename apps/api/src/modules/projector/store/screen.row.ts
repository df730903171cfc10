import type { Lang } from '@tegerek/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A screen that a moderator paired with a dialogue. */
@Entity({ name: 'screen', schema: 'projector' })
@Unique('screen_token', ['tokenHash'])
export class ScreenRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'screen_pk' }) id: string;
  @Column('uuid') space: string;
  /** `null`: follows what is shown on every screen without a panel. */
  @Column('uuid', { name: 'panel_id', nullable: true }) panelId: string | null;
  @Column('text') name: string;
  @Column('text') language: Lang;
  /** SHA-256 of the screen's cookie, hex. */
  @Column('text', { name: 'token_hash' }) tokenHash: string;
}

/** A page that shows its code and waits to be paired; belongs to no dialogue yet. */
@Entity({ name: 'waiting', schema: 'projector' })
@Unique('waiting_code', ['code'])
@Unique('waiting_token', ['tokenHash'])
@Index('waiting_since', ['createdAt'])
export class WaitingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiting_pk' }) id: string;
  @Column('text') code: string;
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  /** ms since 1970. */
  @Column('bigint', { name: 'created_at' }) createdAt: number;
}
