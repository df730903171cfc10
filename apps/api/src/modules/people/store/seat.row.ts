import type { Lang, Role } from '@tegerek/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person's place in a dialogue. Names and contacts are here and nowhere else. */
@Entity({ name: 'seat', schema: 'people' })
@Unique('seat_number', ['space', 'number'])
@Unique('seat_code', ['space', 'authKeyHash'])
export class SeatRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seat_pk' }) id: string;
  @Column('uuid') space: string;
  @Column('integer') number: number;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('text', { array: true }) roles: Role[];
  /** `null` after erasure. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') organisation: string;
  @Column('text') position: string;
  @Column('text') region: string;
  @Column('text') language: Lang;
  /** SHA-256 of `authKey`, hex; kept of a revoked seat, whose code opens nothing; `null` after erasure. */
  @Column('text', { name: 'auth_key_hash', nullable: true }) authKeyHash: string | null;
  @Column('boolean') revoked: boolean;
  @Column('text', { name: 'revoked_reason', nullable: true }) revokedReason: string | null;
  @Column('bigint', { name: 'added_seq' }) addedSeq: number;
  /** `seq` of the entry that made the seat present; `null`: not present. */
  @Column('bigint', { name: 'present_since', nullable: true }) presentSince: number | null;
  @Column('jsonb') consents: Record<string, boolean>;
}
