import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A signed-in browser: at most one account, and one seat per dialogue. */
@Entity({ name: 'session', schema: 'people' })
@Unique('session_token', ['tokenHash'])
@Index('session_expiry', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' }) id: string;
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('bigint', { name: 'expires_at' }) expiresAt: number;
}

/** Opened by a code; holds while the seat's code is still that one, so a re-issued or revoked code ends it everywhere. */
@Entity({ name: 'session_seat', schema: 'people' })
@Index('session_seat_of', ['seatId'])
export class SessionSeatRow {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_seat_pk' }) sessionId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_seat_pk' }) space: string;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('text', { name: 'auth_key_hash' }) authKeyHash: string;
}
